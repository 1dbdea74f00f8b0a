package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import health.vigil.observation.PatientId;

/// The text about two numbers that became one patient, or two again, as in `p-17 is read as p-71, said
/// nurse-3: admitted twice. 14 records of p-17 are this patient's. The grades were calculated again`.
///
/// @param old the number that is read as the other
/// @param by the user who did it
/// @param reason the reason given
public record MergeWords(PatientId old, PatientId into, String by, String reason) {
    /// Whether the numbers were merged or separated.
    public enum MergeStep {
        JOINED,
        PARTED
    }

    /// The text for a number of records.
    public Wording of(MergeStep step, long records) {
        var said = ", said " + by + ": " + reason + ". " + records + (records == 1 ? " record of " : " records of ")
                + old.value();
        return switch (step) {
            case JOINED ->
                new Wording(
                        "Two numbers are one patient",
                        old.value() + " is read as " + into.value() + said + (records == 1 ? " is" : " are")
                                + " read with it. The grades were calculated again");
            case PARTED ->
                new Wording(
                        "Two numbers are two patients again",
                        old.value() + " is not " + into.value() + " any more" + said + (records == 1 ? " is" : " are")
                                + " that patient's alone. The grades were calculated again");
        };
    }
}
