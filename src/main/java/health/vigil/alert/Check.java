package health.vigil.alert;

import health.vigil.observation.Word;

/// A check in the monitoring plan.
public enum Check implements Word {
    VITAL_SIGNS("vital signs"),
    ICE("ICE"),
    CAPD("CAPD"),
    /// The patient's normal value, to be recorded before the infusion.
    BASELINE_ICE("baseline ICE"),
    BASELINE_CAPD("baseline CAPD"),
    LABS("laboratory"),
    /// The daily questions to the caregiver of a patient who is watched at home.
    HOME_CHECK("caregiver's questions"),
    /// Confirm that oxygen or a vasopressor is still running, because it was not charted for long.
    CONFIRM_SUPPORT("confirm support"),
    /// Repeat the single reading on which CRS grade 2 rests.
    REPEAT_READING("repeat reading");

    private final String label;

    Check(String label) {
        this.label = label;
    }

    /// The name in texts.
    public String label() {
        return label;
    }

    /// The check before the infusion that belongs to a tool.
    Check baseline() {
        return this == CAPD ? BASELINE_CAPD : BASELINE_ICE;
    }
}
