package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import java.time.Instant;

/// Says how many readings of a device came to a patient, or went, after its binding was told otherwise.
public final class MoveWords {
    /// Which way the readings went.
    public enum Direction {
        AWAY,
        HITHER
    }

    private MoveWords() {}

    /// What a number of readings is told as. It names no other patient.
    public static Wording of(String device, int readings, Direction direction, Instant since) {
        var count = readings == 1 ? "1 reading of " : readings + " readings of ";
        return switch (direction) {
            case AWAY ->
                new Wording(
                        "Readings of " + device + " were not this patient's",
                        count + device + " since " + since
                                + " were withdrawn, for the device was not bound to this patient. The grades were told anew");
            case HITHER ->
                new Wording(
                        "Readings of " + device + " are this patient's",
                        count + device + " since " + since
                                + " were added, for the device was bound to this patient. The grades were told anew");
        };
    }
}
