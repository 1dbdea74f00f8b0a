package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import java.time.Instant;
import java.time.ZoneId;

/// Says whose records are not graded because their ids were used before, how many, and since when:
/// `12 records of mon-60 since 15:08 are not graded: their ids were used before with other content`.
///
/// @param now on its day a time stands without a date
/// @param hospital in whose time
public record ConflictWords(Instant now, ZoneId hospital) {
    /// What a number of records of a source is told as.
    ///
    /// @param source the device, or the account where no device is named
    /// @param since the time of the earliest of them
    public Wording of(String source, int records, Instant since) {
        return new Wording(
                "Ids of " + source + " were used twice",
                (records == 1 ? "1 record" : records + " records") + " of " + source + " since "
                        + new HospitalTime(now, hospital).of(since)
                        + (records == 1 ? " is" : " are") + " not graded: "
                        + (records == 1 ? "its id was" : "their ids were") + " used before with other content");
    }
}
