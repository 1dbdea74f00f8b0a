package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import health.vigil.observation.Count;
import java.time.Instant;
import java.time.ZoneId;

/// The text about quarantined records: how many, whose, since when and why, as in `12 records of mon-60 since
/// 15:08 are not graded: their ids were used before with other content`.
///
/// @param now times on the same day are written without a date
/// @param hospital the time zone
public record HeldRecordWords(Instant now, ZoneId hospital) {
    /// Records whose ids were used before.
    ///
    /// @param source the device, or the account if the records name no device
    /// @param since the time of the earliest record
    public Wording conflicts(String source, int records, Instant since) {
        return new Wording(
                "Ids of " + source + " were used twice",
                notGraded(source, records, since) + (records == 1 ? "its id was" : "their ids were")
                        + " used before with other content");
    }

    /// Records whose messages name another patient than the one to whom their device was bound.
    public Wording differing(String source, int records, Instant since) {
        return new Wording(
                "The monitor " + source + " names another patient",
                notGraded(source, records, since) + (records == 1 ? "its message names" : "their messages name")
                        + " another patient than the one to whom the device is bound. Correct the patient on the"
                        + " monitor, or the binding");
    }

    /// Records whose messages name this patient, although their device was bound to another one, who is not named
    /// here.
    public Wording ofAnotherBed(String source, int records, Instant since) {
        return new Wording(
                "The monitor " + source + " of another patient names this one",
                notGraded(source, records, since) + (records == 1 ? "its message names" : "their messages name")
                        + " this patient, but the device is bound to another one. Correct the patient on the monitor,"
                        + " or the binding");
    }

    /// Records that wait until a person of the ward releases them.
    public Wording waiting(String source, int records, Instant since) {
        return new Wording(
                "Entries of " + source + " wait for the ward",
                notGraded(source, records, since) + "a user of the ward must release or discard "
                        + (records == 1 ? "it" : "them"));
    }

    private String notGraded(String source, int records, Instant since) {
        var held = Count.of(records, "record");
        return held.text() + " of " + source + " since " + new HospitalTime(now, hospital).of(since) + " "
                + held.either("is", "are") + " not graded: ";
    }
}
