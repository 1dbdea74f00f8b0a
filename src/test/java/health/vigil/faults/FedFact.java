package health.vigil.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/// What another system says about one fact, and what stands of it in the end.
///
/// @param messages all its reports, which may arrive in any order
/// @param standing what a nurse would have entered instead, without an id and a patient; empty if it was withdrawn
record FedFact(Instant at, List<FeedMessage> messages, List<ObjectNode> standing) {
    FedFact {
        messages = List.copyOf(messages);
        standing = List.copyOf(standing);
    }

    /// An observation as it is entered, without an id and a patient.
    static ObjectNode entry(String kind, Instant at) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind).put("effectiveAt", at.toString());
    }
}
