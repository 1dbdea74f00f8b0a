package health.vigil.journey;

import java.util.Optional;
import java.util.UUID;

/// Another journey that shares the chain of identity or the lot.
public record RelatedJourney(
        UUID id, Optional<String> coiId, Optional<String> productLot, JourneyState state, boolean samePatient) {}
