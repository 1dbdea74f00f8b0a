package health.vigil.observation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/// A clinician's signed entry that components have another cause, from `from` up to but not including `until`.
public record Attribution(Set<Component> components, String cause, Instant from, Optional<Instant> until)
        implements Content {
    public Attribution {
        components = Set.copyOf(components);
        from = from.truncatedTo(ChronoUnit.MICROS);
        until = until.map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
    }
}
