package health.vigil.faults;

/// A mistake in an admission.
enum AdmissionMistake {
    NONE,
    /// The time of the infusion is wrong.
    INFUSION,
    /// The bedside monitor is bound to the wrong patient.
    DEVICE,
    /// Half of the records have the wrong patient number.
    NUMBER;

    static AdmissionMistake of(long seed) {
        return values()[Math.floorMod(seed, values().length)];
    }
}
