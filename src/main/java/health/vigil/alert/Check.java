package health.vigil.alert;

import health.vigil.observation.Word;

/// A check that the plan asks for.
public enum Check implements Word {
    VITAL_SIGNS("vital signs"),
    ICE("ICE"),
    CAPD("CAPD"),
    /// What is normal for this patient, to be known before the infusion.
    BASELINE_ICE("baseline ICE"),
    BASELINE_CAPD("baseline CAPD"),
    LABS("laboratory");

    private final String label;

    Check(String label) {
        this.label = label;
    }

    /// As people read it.
    public String label() {
        return label;
    }
}
