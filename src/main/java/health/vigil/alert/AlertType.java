package health.vigil.alert;

import health.vigil.observation.Word;

/// What an alert is about.
public enum AlertType implements Word {
    CRS_GRADE,
    ICANS_GRADE,
    FEVER_ONSET,
    POSSIBLE_MASKED_CRS,
    /// What a clinician had put down to another cause counts again.
    ATTRIBUTION_ENDED,
    EARLY_SIGN,
    URGENT_FINDING,
    CHECK_OVERDUE,
    DEVICE_SILENT,
    IMPLAUSIBLE_VALUE,
    GRADE_AMENDED,
    DOSE_LIMIT,
    /// Something that was accepted could not be applied.
    QUARANTINE,
    /// The rules failed on this patient: a person has to grade.
    GRADING_UNAVAILABLE,
    /// More and more of what was accepted is put aside.
    QUARANTINE_GROWING,
    /// Grades and alerts do not reach other systems.
    OUTBOX_LATE,
    /// Alerts do not reach a webhook.
    DELIVERY_FAILED,
    /// A device speaks, and nothing of it is graded.
    DEVICE_UNUSED,
    /// A device of a patient is bound to somebody else now, or to nobody.
    DEVICE_BINDING,
    /// Someone of another ward opened the patient's record, and said why.
    BREAK_GLASS,
    /// A patient was moved to another ward.
    PATIENT_MOVED,
    /// Two numbers are read as one patient, or as two again.
    PATIENT_MERGED
}
