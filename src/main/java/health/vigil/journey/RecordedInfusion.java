package health.vigil.journey;

import java.util.List;
import java.util.UUID;

/// An infusion with the episode that it opened.
///
/// @param signatures the users who confirmed the identity at the bed, and the one who recorded the infusion
/// @param stands false if the admission was voided as an error
public record RecordedInfusion(
        InfusionRecord infusion, UUID episode, List<String> signatures, boolean stands, EntryStamp stamp) {
    public RecordedInfusion {
        signatures = List.copyOf(signatures);
    }
}
