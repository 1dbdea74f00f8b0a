package health.vigil.observation;

/// The stimulus that wakes the patient, best first.
public enum Consciousness implements Word {
    AWAKE,
    SPONTANEOUS,
    VOICE,
    TOUCH,
    VIGOROUS,
    UNAROUSABLE
}
