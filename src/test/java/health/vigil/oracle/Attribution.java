package health.vigil.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// A clinician's entry that some components have another cause, from `from` up to but not including `until`.
///
/// @param signedAt its own `effectiveAt`
/// @param until    [Instant#MAX] while it is open
record Attribution(Set<String> components, Instant signedAt, Instant from, Instant until) {

    static final Duration LIMIT = Duration.ofHours(24);

    private static final Set<String> LIMITED = Set.of("fever", "hypotension", "hypoxia");

    static Attribution read(OracleObservation entry) {
        Set<String> components = new HashSet<>();
        for (JsonNode component : entry.body().get("components")) {
            components.add(component.textValue());
        }
        return new Attribution(
                components,
                entry.at(),
                OracleObservation.instant(entry.body(), "from"),
                entry.has("until") ? OracleObservation.instant(entry.body(), "until") : Instant.MAX);
    }

    /// The first instant at which it no longer acts on this component.
    ///
    /// "It ends at the latest at its own `effectiveAt` + 24 h" is read like `until`, not like a window: at that
    /// instant it has ended, and the component counts again.
    Instant endFor(String component) {
        Instant limit = signedAt.plus(LIMIT);
        return LIMITED.contains(component) && limit.isBefore(until) ? limit : until;
    }

    boolean covers(String component, Instant now) {
        return components.contains(component) && !now.isBefore(from) && now.isBefore(endFor(component));
    }

    /// It acted on this component at one time, and does no longer.
    boolean endedFor(String component, Instant now) {
        Instant end = endFor(component);
        return components.contains(component) && from.isBefore(end) && !end.isAfter(now);
    }
}
