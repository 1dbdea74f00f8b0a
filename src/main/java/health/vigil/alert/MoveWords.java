package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import health.vigil.observation.Count;
import java.time.Instant;
import java.time.ZoneId;

/// The text about readings that were added or withdrawn after a device binding was corrected, as in `3
/// readings of mon-60 since 15:08 were withdrawn: the device was not bound to this patient`.
///
/// @param now times on the same day are written without a date
/// @param hospital the time zone
public record MoveWords(Instant now, ZoneId hospital) {
    private static final String REGRADED = ". The grades were calculated again";

    /// Whether readings were added or withdrawn.
    public enum Direction {
        WITHDRAWN,
        ADDED
    }

    /// The text for a number of readings. It names no other patient.
    public Wording of(String device, int readings, Direction direction, Instant since) {
        var moved = Count.of(readings, "reading");
        var count = moved.text() + " of " + device + " since " + new HospitalTime(now, hospital).of(since) + " "
                + moved.either("was", "were");
        return switch (direction) {
            case WITHDRAWN ->
                new Wording(
                        "Readings of " + device + " were not this patient's",
                        count + " withdrawn: the device was not bound to this patient" + REGRADED);
            case ADDED ->
                new Wording(
                        "Readings of " + device + " are this patient's",
                        count + " added: the device was bound to this patient" + REGRADED);
        };
    }
}
