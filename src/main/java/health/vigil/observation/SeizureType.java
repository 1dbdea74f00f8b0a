package health.vigil.observation;

/// How a seizure was seen.
public enum SeizureType implements Word {
    CLINICAL,
    ELECTROGRAPHIC
}
