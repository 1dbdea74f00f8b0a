package health.vigil.protocol;

import health.vigil.laboratory.Truth;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// One of these counts of doses is met, or none of them.
///
/// @param met whether one has to be met
public record DoseRequirement(List<DoseCount> counts, boolean met) implements Requirement {
    public DoseRequirement {
        counts = List.copyOf(counts);
    }

    @Override
    public Truth at(CaseFacts patient, Instant time) {
        return Truth.of(counts.stream().anyMatch(count -> count.holds(patient, time)) == met);
    }

    @Override
    public Stream<Instant> turns(CaseFacts patient) {
        return counts.stream().flatMap(count -> count.turns(patient));
    }
}
