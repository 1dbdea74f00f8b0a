package health.vigil.observation;

/// What wakes the patient, best first.
public enum Consciousness implements Word {
    AWAKE,
    SPONTANEOUS,
    VOICE,
    TOUCH,
    VIGOROUS,
    UNAROUSABLE
}
