package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import java.time.Instant;
import java.time.ZoneId;

/// Says how many readings of a device came to a patient, or went, after its binding was corrected:
/// `3 readings of mon-60 since 15:08 were withdrawn: the device was not bound to this patient`.
///
/// @param now on its day a time stands without a date
/// @param hospital in whose time
public record MoveWords(Instant now, ZoneId hospital) {
    /// Which way the readings went.
    public enum Direction {
        WITHDRAWN,
        ADDED
    }

    /// What a number of readings is told as. It names no other patient.
    public Wording of(String device, int readings, Direction direction, Instant since) {
        var count = (readings == 1 ? "1 reading of " : readings + " readings of ") + device + " since "
                + new HospitalTime(now, hospital).of(since) + (readings == 1 ? " was" : " were");
        return switch (direction) {
            case WITHDRAWN ->
                new Wording(
                        "Readings of " + device + " were not this patient's",
                        count + " withdrawn: the device was not bound to this patient. The grades were told anew");
            case ADDED ->
                new Wording(
                        "Readings of " + device + " are this patient's",
                        count + " added: the device was bound to this patient. The grades were told anew");
        };
    }
}
