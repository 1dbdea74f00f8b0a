package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import java.time.Instant;
import java.util.Optional;

/// The text for a ward that a patient has left, as in `Bed 7: moved to bed 12 of ward 3 by nurse-3`.
///
/// @param bed the bed that the patient left
/// @param by who moved or admitted the patient
public record WardMoveWords(String bed, String by) {
    private static final String TITLE = "Patient moved";

    public Wording moved(String toBed, String toWard) {
        return words("moved to bed " + toBed + " of " + toWard);
    }

    /// The patient of a former stay was admitted to another ward.
    public Wording admitted(Optional<Instant> dischargedAt, String toWard) {
        return words(dischargedAt
                        .map(at -> "discharged at " + at + ", and now admitted to ")
                        .orElse("now admitted to ")
                + toWard);
    }

    private Wording words(String how) {
        return new Wording(TITLE, "Bed " + bed + ": " + how + " by " + by);
    }
}
