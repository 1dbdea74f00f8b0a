package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import java.time.Instant;
import java.time.ZoneId;

/// Says whose records are not graded, how many, since when, and why:
/// `12 records of mon-60 since 15:08 are not graded: their ids were used before with other content`.
///
/// @param now on its day a time stands without a date
/// @param hospital in whose time
public record HeldRecordWords(Instant now, ZoneId hospital) {
    /// Of records whose ids were used before.
    ///
    /// @param source the device, or the account where no device is named
    /// @param since the time of the earliest of them
    public Wording conflicts(String source, int records, Instant since) {
        return new Wording(
                "Ids of " + source + " were used twice",
                notGraded(source, records, since) + (records == 1 ? "its id was" : "their ids were")
                        + " used before with other content");
    }

    /// Of records that wait until somebody of the ward releases them.
    public Wording waiting(String source, int records, Instant since) {
        return new Wording(
                "Entries of " + source + " wait for the ward",
                notGraded(source, records, since) + "somebody of the ward must release or discard "
                        + (records == 1 ? "it" : "them"));
    }

    private String notGraded(String source, int records, Instant since) {
        return (records == 1 ? "1 record" : records + " records") + " of " + source + " since "
                + new HospitalTime(now, hospital).of(since) + (records == 1 ? " is" : " are") + " not graded: ";
    }
}
