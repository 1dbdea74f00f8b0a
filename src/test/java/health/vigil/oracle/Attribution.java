package health.vigil.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// A clinician's entry that some components have another cause, from `from` up to but not including `until`.
///
/// @param until [Instant#MAX] while it is open
record Attribution(Set<String> components, Instant from, Instant until) {

    static Attribution read(Entry entry) {
        Set<String> components = new HashSet<>();
        for (JsonNode component : entry.body().get("components")) {
            components.add(component.textValue());
        }
        boolean closed = entry.body().hasNonNull("until");
        return new Attribution(
                components,
                Entry.instant(entry.body(), "from"),
                closed ? Entry.instant(entry.body(), "until") : Instant.MAX);
    }

    boolean covers(String component, Instant now) {
        return components.contains(component) && !now.isBefore(from) && now.isBefore(until);
    }
}
