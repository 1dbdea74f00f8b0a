package health.vigil.exchange;

import health.vigil.observation.Word;

/// The formats of other systems.
public enum MessageFormat implements Word {
    FHIR,
    HL7
}
