package health.vigil.alert;

import health.vigil.observation.Word;

/// A row of the table of alerts: what is told. How urgent it is, and how it escalates, is the hospital's to say.
public enum AlertRule implements Word {
    CRS_GRADE_1(AlertType.CRS_GRADE),
    CRS_GRADE_2(AlertType.CRS_GRADE),
    /// Grade 2 that rests on one reading: repeat it.
    CRS_GRADE_2_SINGLE(AlertType.CRS_GRADE),
    CRS_GRADE_3(AlertType.CRS_GRADE),
    CRS_GRADE_4(AlertType.CRS_GRADE),
    CRS_GRADE_5(AlertType.CRS_GRADE),
    /// Two grades or more at once.
    CRS_GRADE_JUMP(AlertType.CRS_GRADE),
    ICANS_GRADE_1(AlertType.ICANS_GRADE),
    ICANS_GRADE_2(AlertType.ICANS_GRADE),
    ICANS_GRADE_3(AlertType.ICANS_GRADE),
    ICANS_GRADE_4(AlertType.ICANS_GRADE),
    ICANS_GRADE_5(AlertType.ICANS_GRADE),
    ICANS_GRADE_JUMP(AlertType.ICANS_GRADE),
    FEVER_ONSET(AlertType.FEVER_ONSET),
    POSSIBLE_MASKED_CRS(AlertType.POSSIBLE_MASKED_CRS),
    /// It is treated by a vasopressor, a bolus or oxygen, and CRS is not known until a physician says so.
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
    /// To 3 or more, not long ago.
    GRADE_AMENDED_SEVERE(AlertType.GRADE_AMENDED),
    DOSE_LIMIT(AlertType.DOSE_LIMIT),
    CONFLICTING_OBSERVATION(AlertType.QUARANTINE),
    /// A sender's records wait for patients whom nobody has admitted.
    UNKNOWN_PATIENT(AlertType.QUARANTINE),
    GRADING_UNAVAILABLE(AlertType.GRADING_UNAVAILABLE),
    QUARANTINE_GROWING(AlertType.QUARANTINE_GROWING),
    OUTBOX_LATE(AlertType.OUTBOX_LATE),
    /// Alerts do not reach a webhook; they are tried again.
    DELIVERY_LATE(AlertType.DELIVERY_FAILED),
    /// They were tried for so long that they are tried no more.
    DELIVERY_GIVEN_UP(AlertType.DELIVERY_FAILED),
    DEVICE_UNUSED(AlertType.DEVICE_UNUSED),
    /// Another ward took a device of the patient over, or ended its binding.
    DEVICE_TAKEN(AlertType.DEVICE_BINDING),
    /// Readings came to the patient, or went, for the binding of their device was told otherwise.
    READINGS_MOVED(AlertType.DEVICE_BINDING),
    /// Someone of another ward opened the patient's record, and said why.
    BREAK_GLASS(AlertType.BREAK_GLASS),
    /// The ward that a patient has left hears of it.
    PATIENT_MOVED(AlertType.PATIENT_MOVED),
    /// The wards of both numbers hear of it.
    PATIENT_MERGED(AlertType.PATIENT_MERGED);

    private final AlertType type;

    AlertRule(AlertType type) {
        this.type = type;
    }

    public AlertType type() {
        return type;
    }

    /// Whether it says of the same condition what the other was less sure of: it is told in place of the other.
    public boolean sharpens(AlertRule other) {
        return (this == CRS_GRADE_2 && other == CRS_GRADE_2_SINGLE)
                || (this == POSSIBLE_MASKED_CRS_TREATED && other == POSSIBLE_MASKED_CRS)
                || (this == GRADE_AMENDED_SEVERE && other == GRADE_AMENDED);
    }

    /// Whether it is about the patient's state, which is no longer watched after discharge or death. Who has looked,
    /// and what could not be applied, stays somebody's work.
    public boolean endsWithTheStay() {
        return switch (type) {
            case BREAK_GLASS, PATIENT_MOVED, PATIENT_MERGED, QUARANTINE, DEVICE_BINDING, DEVICE_UNUSED -> false;
            case CRS_GRADE, ICANS_GRADE, FEVER_ONSET, POSSIBLE_MASKED_CRS, ATTRIBUTION_ENDED, EARLY_SIGN -> true;
            case URGENT_FINDING, CHECK_OVERDUE, DEVICE_SILENT, IMPLAUSIBLE_VALUE, GRADE_AMENDED, DOSE_LIMIT -> true;
            case GRADING_UNAVAILABLE, QUARANTINE_GROWING, OUTBOX_LATE, DELIVERY_FAILED -> true;
        };
    }
}
