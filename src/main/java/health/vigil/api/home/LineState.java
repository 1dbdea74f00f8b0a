package health.vigil.api.home;

import health.vigil.laboratory.Truth;
import health.vigil.observation.Word;

/// The state of a line.
enum LineState implements Word {
    MET,
    OPEN,
    UNKNOWN;

    static LineState of(Truth met) {
        return switch (met) {
            case YES -> MET;
            case NO -> OPEN;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
