package health.vigil.journey;

import health.vigil.observation.Word;

/// Where a journey is. The order of the constants up to `CLOSED` is that of the line.
public enum JourneyState implements Word {
    REFERRED,
    ACCEPTED,
    COLLECTION_PLANNED,
    COLLECTED,
    IN_MANUFACTURE,
    OUT_OF_SPECIFICATION,
    FAILED,
    RELEASED,
    DELIVERED,
    LYMPHODEPLETION,
    READY,
    INFUSED,
    MONITORED,
    CLOSED,
    ON_HOLD,
    CANCELLED;

    /// Whether the product is in the patient.
    public boolean afterInfusion() {
        return this == INFUSED || this == MONITORED || this == CLOSED;
    }

    /// Whether the journey waits for nothing more.
    public boolean over() {
        return this == CLOSED || this == CANCELLED;
    }

    /// Whether the product did not become what was planned, and a person decides.
    boolean deviates() {
        return this == OUT_OF_SPECIFICATION || this == FAILED;
    }

    boolean interrupts() {
        return this == ON_HOLD || this == CANCELLED;
    }
}
