package health.vigil.context;

import health.vigil.laboratory.Truth;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import java.time.Instant;
import java.util.Optional;

/// One fact that was checked for an item.
///
/// @param name as the rules call it
/// @param holds absent if unknown
/// @param finding a sentence with value, limit and unit
/// @param until when it ends by itself, if it does
public record Fact(
        String name,
        Optional<Boolean> holds,
        String finding,
        Optional<ObservationId> observationId,
        Optional<Instant> effectiveAt,
        Optional<Instant> until) {
    static Fact of(String name, Truth holds, String finding) {
        return new Fact(name, holds.known(), finding, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Fact of(String name, Truth holds, String finding, Observation by) {
        return new Fact(
                name, holds.known(), finding, Optional.of(by.id()), Optional.of(by.effectiveAt()), Optional.empty());
    }

    Fact ending(Optional<Instant> end) {
        return new Fact(name, holds, finding, observationId, effectiveAt, end);
    }
}
