package health.vigil.fhir;

import health.vigil.exchange.SourceKey;
import java.util.Optional;

/// Finds a resource that the sender has stored before by the id that it has here.
@FunctionalInterface
public interface KnownIds {
    /// No resource is known.
    KnownIds NONE = _ -> Optional.empty();

    /// The key of the resource with this id; empty if the sender has none.
    Optional<SourceKey> keyOf(String id);

    /// Whether an id has the form of ours ([SourceKey#fhirId()]).
    static boolean mayBeOurs(String id) {
        return id.matches("k[0-9a-f]{40}");
    }
}
