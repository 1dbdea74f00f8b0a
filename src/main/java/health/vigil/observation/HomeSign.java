package health.vigil.observation;

/// What a caregiver is asked each day: whether it is new or worse.
public enum HomeSign implements Word {
    /// Confused, or not knowing where and when.
    CONFUSION,
    /// Trouble to find or to say words.
    SPEECH,
    /// The daily sentence looks different.
    WRITING,
    SHAKING,
    /// Sleepy, or hard to wake.
    DROWSINESS
}
