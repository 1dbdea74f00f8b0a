package health.vigil.journey;

import health.vigil.observation.Word;

/// Whether the disease is controlled while the patient waits.
public enum DiseaseControl implements Word {
    STABLE,
    PROGRESSING
}
