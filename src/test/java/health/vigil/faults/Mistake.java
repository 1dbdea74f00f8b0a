package health.vigil.faults;

/// A mistake in an admission.
enum Mistake {
    NONE,
    /// The time of the infusion.
    INFUSION,
    /// The patient whose bed the monitor is at.
    DEVICE,
    /// The patient's number, in half of what is sent.
    NUMBER;

    static Mistake of(long seed) {
        return values()[Math.floorMod(seed, values().length)];
    }
}
