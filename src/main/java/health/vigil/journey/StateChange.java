package health.vigil.journey;

import java.time.Instant;
import java.util.Optional;

/// A step of a journey.
///
/// @param reason why; needed for a step back and for a hold
/// @param reviewAt when a hold is looked at again
/// @param cause why the journey was cancelled
public record StateChange(
        JourneyState state,
        Optional<String> reason,
        Optional<Instant> reviewAt,
        Optional<CancelCause> cause,
        EntryStamp stamp) {}
