package health.vigil.alert;

import health.vigil.observation.Word;

/// The subject of an alert.
public enum AlertType implements Word {
    CRS_GRADE,
    ICANS_GRADE,
    FEVER_ONSET,
    POSSIBLE_MASKED_CRS,
    /// A component counts again after its attribution to another cause ended.
    ATTRIBUTION_ENDED,
    EARLY_SIGN,
    URGENT_FINDING,
    CHECK_OVERDUE,
    DEVICE_SILENT,
    IMPLAUSIBLE_VALUE,
    GRADE_AMENDED,
    DOSE_LIMIT,
    /// An accepted record could not be applied.
    QUARANTINE,
    /// The rules failed on this patient; a person has to grade.
    GRADING_UNAVAILABLE,
    /// The number of quarantined records grows.
    QUARANTINE_GROWING,
    /// Grades and alerts do not reach other systems.
    OUTBOX_LATE,
    /// Alerts do not reach a webhook or a subscriber.
    DELIVERY_FAILED,
    /// A device sends readings, but none of them is graded.
    DEVICE_UNUSED,
    /// A device of the patient is now bound to another patient or to none.
    DEVICE_BINDING,
    /// A user of another ward opened the patient's record and gave a reason.
    BREAK_GLASS,
    /// A patient was moved to another ward.
    PATIENT_MOVED,
    /// Two numbers became one patient, or two again.
    PATIENT_MERGED,
    /// Another system corrected a report to be about another patient.
    READING_MOVED,
    /// The registration says that the stay of a patient with an active episode has ended.
    STAY_ENDED,
    /// The registration says another birth date than the admission.
    DEMOGRAPHICS_DIFFER,
    /// Another system says that the patient has died. A physician enters the cause.
    DEATH_REPORTED,
    /// Another system reported an infusion that could not admit the patient.
    INFUSION_NOT_ADMITTED,
    /// Readings of a sender are too old: a clock is wrong.
    FEED_CLOCK,
    /// A sender sends readings that are marked as a demonstration.
    DEMO_DATA
}
