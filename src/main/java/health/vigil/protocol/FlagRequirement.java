package health.vigil.protocol;

import health.vigil.grading.Flag;
import health.vigil.grading.FlagChange;
import health.vigil.laboratory.Truth;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/// One of these flags is up, or none of them.
///
/// @param up whether one has to be up
public record FlagRequirement(Set<Flag> any, boolean up) implements Requirement {
    public FlagRequirement {
        any = Set.copyOf(any);
    }

    @Override
    public Truth at(CaseFacts patient, Instant time) {
        var flags = patient.flags(time);
        return Truth.of(any.stream().anyMatch(flags::contains) == up);
    }

    @Override
    public Stream<Instant> turns(CaseFacts patient) {
        return patient.flagChanges().stream()
                .filter(change -> any.contains(change.flag()))
                .map(FlagChange::at);
    }
}
