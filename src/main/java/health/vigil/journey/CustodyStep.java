package health.vigil.journey;

import health.vigil.observation.Word;

/// What happened to the cells or the product.
public enum CustodyStep implements Word {
    COLLECTED,
    RELEASED_TO_COURIER,
    RECEIVED_BY_MANUFACTURER,
    SHIPPED,
    RECEIVED_BY_HOSPITAL,
    STORED,
    THAWED,
    /// Recorded by the infusion record only.
    INFUSED,
    DISCARDED;

    /// Whether it leaves its place, so that the next place must be named.
    public boolean sends() {
        return this == RELEASED_TO_COURIER || this == SHIPPED;
    }
}
