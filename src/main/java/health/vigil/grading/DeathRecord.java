package health.vigil.grading;

import health.vigil.observation.Kind;
import health.vigil.observation.Word;
import java.util.Optional;

/// A death with the syndrome as its principal cause.
record DeathRecord(Syndrome syndrome, Deaths.DeathEntry death) implements Evidence {
    private static final int GRADE = 5;

    @Override
    public Word component() {
        return Kind.DEATH;
    }

    @Override
    public int grade() {
        return GRADE;
    }

    @Override
    public Citation rule() {
        return switch (syndrome) {
            case CRS -> Rule.CRS_DEATH;
            case ICANS -> Rule.ICANS_DEATH;
        };
    }

    @Override
    public Optional<Origin> origin() {
        return Optional.of(new Origin(death.id(), death.at()));
    }
}
