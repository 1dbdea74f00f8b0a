package health.vigil.protocol;

import health.vigil.laboratory.Truth;
import health.vigil.observation.Finding;
import health.vigil.observation.Observation;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/// One of these findings is present, or none of them. A finding is present from its record on until it is recorded
/// as absent.
///
/// @param present whether one has to be present
public record FindingRequirement(Set<Finding> any, boolean present) implements Requirement {
    public FindingRequirement {
        any = Set.copyOf(any);
    }

    @Override
    public Truth at(CaseFacts patient, Instant time) {
        return Truth.of(any.stream().anyMatch(finding -> patient.present(finding, time)) == present);
    }

    @Override
    public Stream<Instant> turns(CaseFacts patient) {
        return any.stream().flatMap(patient::records).map(Observation::effectiveAt);
    }
}
