package health.vigil.journey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An infusion with its episode.
///
/// @param signatures the users who confirmed the identity at the bed, and the one who recorded the infusion
/// @param stands false if the admission was voided as an error
/// @param joined when the infusion began by the episode that was there already; empty if this record opened it
/// @param notTaken the values of the record that the episode, which was there already, does not have from it
/// @param charted the ids of the medications that were charted of the premedication
/// @param doseNotes what was said about doses of the premedication that were charted already
public record RecordedInfusion(
        InfusionRecord infusion,
        UUID episode,
        List<String> signatures,
        boolean stands,
        Optional<Instant> joined,
        List<String> notTaken,
        List<String> charted,
        List<String> doseNotes,
        EntryStamp stamp) {
    public RecordedInfusion {
        signatures = List.copyOf(signatures);
        notTaken = List.copyOf(notTaken);
        charted = List.copyOf(charted);
        doseNotes = List.copyOf(doseNotes);
    }

    /// A record that opened its episode and charted nothing.
    public RecordedInfusion(
            InfusionRecord infusion, UUID episode, List<String> signatures, boolean stands, EntryStamp stamp) {
        this(infusion, episode, signatures, stands, Optional.empty(), List.of(), List.of(), List.of(), stamp);
    }
}
