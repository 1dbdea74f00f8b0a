package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import health.vigil.observation.Count;
import health.vigil.observation.PatientId;

/// The text about a merge of two numbers or its undoing, as in `nurse-3 merged p-17 into p-71: admitted twice. 14
/// records of p-17 belong to p-71 now. The grades were calculated again`.
///
/// @param old the number that was merged into the other
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
        var moved = Count.of(records, "record");
        var count =
                ": " + reason + ". " + moved.text() + " of " + old.value() + " " + moved.either("belongs", "belong");
        return switch (step) {
            case JOINED ->
                new Wording(
                        "Two numbers are one patient",
                        by + " merged " + old.value() + " into " + into.value() + count + " to " + into.value()
                                + " now. The grades were calculated again");
            case PARTED ->
                new Wording(
                        "Two numbers are two patients again",
                        by + " undid the merge of " + old.value() + " into " + into.value() + count
                                + " to that number alone again. The grades were calculated again");
        };
    }
}
