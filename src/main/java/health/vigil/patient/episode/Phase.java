package health.vigil.patient.episode;

import health.vigil.observation.Word;

/// The stations of a CAR-T product's journey, from the patient's cells back to the patient.
public enum Phase implements Word {
    LEUKAPHERESIS,
    GENETIC_ENGINEERING,
    EXPANSION,
    QUALITY_CONTROL,
    BRIDGING_THERAPY,
    LYMPHODEPLETION,
    INFUSION
}
