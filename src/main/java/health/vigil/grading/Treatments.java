package health.vigil.grading;

import java.util.Optional;

/// The newest doses of what treats the syndrome and of what hides fever.
record Treatments(Optional<Dose> antiCytokine, Optional<Dose> antipyretic) {
    static final Treatments NONE = new Treatments(Optional.empty(), Optional.empty());

    Treatments with(Dose dose) {
        return switch (dose.drug().effect()) {
            case ANTI_CYTOKINE -> new Treatments(Dose.newest(antiCytokine, dose), antipyretic);
            case ANTIPYRETIC -> new Treatments(antiCytokine, Dose.newest(antipyretic, dose));
            case NONE -> this;
        };
    }
}
