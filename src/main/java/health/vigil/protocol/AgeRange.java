package health.vigil.protocol;

import health.vigil.laboratory.Truth;
import java.time.Instant;
import java.util.stream.Stream;

/// The age in completed years at the infusion, both limits included.
public record AgeRange(int from, int to) implements Requirement {
    /// The highest age that a row may name.
    public static final int OLDEST = 130;

    public RangeLimits<Integer> limits() {
        return RangeLimits.of(from, to, OLDEST);
    }

    @Override
    public Truth at(CaseFacts patient, Instant time) {
        return Truth.of(patient.ageYears() >= from && patient.ageYears() <= to);
    }

    @Override
    public Stream<Instant> turns(CaseFacts patient) {
        return Stream.empty();
    }
}
