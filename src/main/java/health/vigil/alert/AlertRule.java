package health.vigil.alert;

import health.vigil.observation.Word;

/// A row of the alert table. The hospital sets how urgent it is and how it escalates.
public enum AlertRule implements Word {
    CRS_GRADE_1(AlertType.CRS_GRADE),
    CRS_GRADE_2(AlertType.CRS_GRADE),
    /// Grade 2 that rests on one reading, which must be repeated.
    CRS_GRADE_2_SINGLE(AlertType.CRS_GRADE),
    CRS_GRADE_3(AlertType.CRS_GRADE),
    CRS_GRADE_4(AlertType.CRS_GRADE),
    CRS_GRADE_5(AlertType.CRS_GRADE),
    /// A rise by two grades or more at once.
    CRS_GRADE_JUMP(AlertType.CRS_GRADE),
    ICANS_GRADE_1(AlertType.ICANS_GRADE),
    ICANS_GRADE_2(AlertType.ICANS_GRADE),
    ICANS_GRADE_3(AlertType.ICANS_GRADE),
    ICANS_GRADE_4(AlertType.ICANS_GRADE),
    ICANS_GRADE_5(AlertType.ICANS_GRADE),
    ICANS_GRADE_JUMP(AlertType.ICANS_GRADE),
    FEVER_ONSET(AlertType.FEVER_ONSET),
    POSSIBLE_MASKED_CRS(AlertType.POSSIBLE_MASKED_CRS),
    /// Hypotension or hypoxia without fever is treated by a vasopressor, a bolus or oxygen. CRS is unknown
    /// until a physician decides.
    POSSIBLE_MASKED_CRS_TREATED(AlertType.POSSIBLE_MASKED_CRS),
    ATTRIBUTION_ENDED(AlertType.ATTRIBUTION_ENDED),
    EARLY_SIGN(AlertType.EARLY_SIGN),
    STATUS_EPILEPTICUS(AlertType.URGENT_FINDING),
    INTRACRANIAL_HAEMORRHAGE(AlertType.URGENT_FINDING),
    CHECK_OVERDUE(AlertType.CHECK_OVERDUE),
    DEVICE_SILENT(AlertType.DEVICE_SILENT),
    IMPLAUSIBLE_VALUE(AlertType.IMPLAUSIBLE_VALUE),
    DATED_IN_THE_FUTURE(AlertType.IMPLAUSIBLE_VALUE),
    GRADE_AMENDED(AlertType.GRADE_AMENDED),
    /// A grade of the last hours is amended to 3 or more.
    GRADE_AMENDED_SEVERE(AlertType.GRADE_AMENDED),
    DOSE_LIMIT(AlertType.DOSE_LIMIT),
    CONFLICTING_OBSERVATION(AlertType.QUARANTINE),
    /// Records of a sender wait for patients who are not admitted.
    UNKNOWN_PATIENT(AlertType.QUARANTINE),
    GRADING_UNAVAILABLE(AlertType.GRADING_UNAVAILABLE),
    QUARANTINE_GROWING(AlertType.QUARANTINE_GROWING),
    OUTBOX_LATE(AlertType.OUTBOX_LATE),
    /// Alerts do not reach a webhook or a subscriber and are retried.
    DELIVERY_LATE(AlertType.DELIVERY_FAILED),
    /// Alerts did not reach a webhook or a subscriber and are no longer retried.
    DELIVERY_GIVEN_UP(AlertType.DELIVERY_FAILED),
    DEVICE_UNUSED(AlertType.DEVICE_UNUSED),
    /// Another ward bound a device of the patient, or ended its binding.
    DEVICE_TAKEN(AlertType.DEVICE_BINDING),
    /// Readings were added to the patient or withdrawn, because a device binding was corrected.
    READINGS_MOVED(AlertType.DEVICE_BINDING),
    /// A user of another ward opened the patient's record and gave a reason.
    BREAK_GLASS(AlertType.BREAK_GLASS),
    /// Goes to the ward that a patient has left.
    PATIENT_MOVED(AlertType.PATIENT_MOVED),
    /// Goes to the wards of both numbers.
    PATIENT_MERGED(AlertType.PATIENT_MERGED),
    /// Goes to the ward of the patient who had the report before.
    STATEMENT_MOVED(AlertType.READING_MOVED),
    /// Another system says that two numbers are one patient, or two, and a person must decide about it.
    PATIENT_MERGE_REFUSED(AlertType.PATIENT_MERGED),
    STAY_ENDED(AlertType.STAY_ENDED),
    DEMOGRAPHICS_DIFFER(AlertType.DEMOGRAPHICS_DIFFER),
    DEATH_REPORTED(AlertType.DEATH_REPORTED),
    INFUSION_NOT_ADMITTED(AlertType.INFUSION_NOT_ADMITTED),
    FEED_CLOCK(AlertType.FEED_CLOCK),
    DEMO_DATA(AlertType.DEMO_DATA);

    private final AlertType type;

    AlertRule(AlertType type) {
        this.type = type;
    }

    public AlertType type() {
        return type;
    }

    /// Whether it confirms the condition of the other rule, and therefore replaces its alert.
    public boolean sharpens(AlertRule other) {
        return (this == CRS_GRADE_2 && other == CRS_GRADE_2_SINGLE)
                || (this == POSSIBLE_MASKED_CRS_TREATED && other == POSSIBLE_MASKED_CRS)
                || (this == GRADE_AMENDED_SEVERE && other == GRADE_AMENDED);
    }

    /// Whether it ends with discharge or death, because it is about the patient's state. Alerts about access
    /// to the record or about unapplied records stay open.
    public boolean endsWithTheStay() {
        return switch (type) {
            case BREAK_GLASS, PATIENT_MOVED, PATIENT_MERGED, QUARANTINE, DEVICE_BINDING, DEVICE_UNUSED -> false;
            case READING_MOVED, INFUSION_NOT_ADMITTED -> false;
            case CRS_GRADE, ICANS_GRADE, FEVER_ONSET, POSSIBLE_MASKED_CRS, ATTRIBUTION_ENDED, EARLY_SIGN -> true;
            case URGENT_FINDING, CHECK_OVERDUE, DEVICE_SILENT, IMPLAUSIBLE_VALUE, GRADE_AMENDED, DOSE_LIMIT -> true;
            case GRADING_UNAVAILABLE, QUARANTINE_GROWING, OUTBOX_LATE, DELIVERY_FAILED -> true;
            case STAY_ENDED, DEMOGRAPHICS_DIFFER, DEATH_REPORTED, FEED_CLOCK, DEMO_DATA -> true;
        };
    }
}
