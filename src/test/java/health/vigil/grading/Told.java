package health.vigil.grading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Observations as a sender tells them, short enough to stand in a table.
final class Told {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Told() {}

    static ObjectNode parse(String json) {
        try {
            return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// One observation, received when it was made.
    ///
    /// @param fields JSON in single quotes, without braces: `'kind': 'vital-signs', 'temperature': 38`
    static ObjectNode at(double hours, String fields) {
        var at = Story.hour(hours).toString();
        return parse("{" + fields + "}").put("effectiveAt", at).put("receivedAt", at);
    }

    static List<ObjectNode> one(double hours, String fields) {
        return List.of(at(hours, fields));
    }

    /// Every set of these, the empty one included.
    static List<List<ObjectNode>> sets(List<ObjectNode> of) {
        var sets = new ArrayList<List<ObjectNode>>();
        for (int set = 0; set < 1 << of.size(); set++) {
            var chosen = new ArrayList<ObjectNode>();
            for (int i = 0; i < of.size(); i++) {
                if ((set & 1 << i) != 0) {
                    chosen.add(of.get(i));
                }
            }
            sets.add(chosen);
        }
        return sets;
    }

    static ObjectNode attributed(double from, String component) {
        return at(
                from,
                "'kind': 'attribution', 'cause': 'another cause', 'components': ['" + component + "'], 'from': '"
                        + Story.hour(from) + "'");
    }
}
