package health.vigil.faults;

/// What a ward gets wrong about a patient at first.
enum Mistake {
    NONE,
    /// The time of the infusion.
    INFUSION,
    /// The patient at whose bed the monitor hangs.
    DEVICE,
    /// The patient's number, in half of what is sent.
    NUMBER;

    static Mistake of(long seed) {
        return values()[Math.floorMod(seed, values().length)];
    }
}
