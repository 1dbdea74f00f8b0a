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
    LABS("laboratory"),
    /// Oxygen or a vasopressor that nobody has charted for long: does it still run?
    CONFIRM_SUPPORT("confirm support"),
    /// CRS 2 rests on one reading: is it so again?
    REPEAT_READING("repeat reading");

    private final String label;

    Check(String label) {
        this.label = label;
    }

    /// As people read it.
    public String label() {
        return label;
    }

    /// The check before the infusion that belongs to a tool.
    Check baseline() {
        return this == CAPD ? BASELINE_CAPD : BASELINE_ICE;
    }
}
