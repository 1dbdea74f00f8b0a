package health.vigil.protocol;

import health.vigil.laboratory.Truth;
import health.vigil.observation.Component;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/// One of these components counts for a grade, or none of them. The components of the past are not kept, so those
/// of the requested time are used: they decide whether a row fits, and not since when.
///
/// @param counting whether one has to count
public record ComponentRequirement(Set<Component> any, boolean counting) implements Requirement {
    public ComponentRequirement {
        any = Set.copyOf(any);
    }

    @Override
    public Truth at(CaseFacts patient, Instant time) {
        return Truth.of(any.stream().anyMatch(patient.components()::contains) == counting);
    }

    @Override
    public Stream<Instant> turns(CaseFacts patient) {
        return Stream.empty();
    }
}
