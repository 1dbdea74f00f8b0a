package health.vigil.journey;

import java.util.Optional;
import java.util.UUID;

/// Another journey that shares the chain of identity or the lot.
///
/// @param state absent if this version does not know the word; then the journey counts as not over
public record RelatedJourney(
        UUID id,
        Optional<String> coiId,
        Optional<String> productLot,
        Optional<JourneyState> state,
        boolean samePatient) {}
