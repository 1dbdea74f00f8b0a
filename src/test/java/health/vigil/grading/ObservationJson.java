package health.vigil.grading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Observations as a sender writes them, short enough for a table.
final class ObservationJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ObservationJson() {}

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

    /// Every subset of these, including the empty one.
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

    static List<List<ObjectNode>> vitals(String sign, String... values) {
        return Stream.concat(Stream.of(List.<ObjectNode>of()), Stream.of(values).map(value -> vital(sign, value)))
                .toList();
    }

    static List<ObjectNode> vital(String sign, String value) {
        return one(35, "'kind': 'vital-signs', '" + sign + "': " + value);
    }

    static List<ObjectNode> temperature(double hours, String celsius) {
        return one(hours, "'kind': 'vital-signs', 'temperature': " + celsius);
    }

    /// A reading taken at home.
    static List<ObjectNode> atHome(double hours, String sign, String value) {
        return one(hours, "'kind': 'vital-signs', 'setting': 'home', '" + sign + "': " + value);
    }

    static List<ObjectNode> bolus() {
        return one(35, "'kind': 'fluid-bolus', 'volume': 500, 'reason': 'hypotension'");
    }

    static List<ObjectNode> started(double hours, String agent) {
        return infusion(hours, agent, "'action': 'started'");
    }

    static List<ObjectNode> stopped(double hours, String agent) {
        return infusion(hours, agent, "'action': 'stopped'");
    }

    static List<ObjectNode> infusion(double hours, String agent, String fields) {
        var name = agent.equals("other") ? ", 'agentName': 'inopamil'" : "";
        return one(hours, "'kind': 'vasopressor', 'agent': '" + agent + "', " + fields + name);
    }

    /// A physician's entry about the course.
    static List<ObjectNode> course(double hours, String action) {
        return one(hours, "'kind': 'crs-course', 'action': '" + action + "'");
    }

    static List<ObjectNode> drug(double hours, String drug) {
        return one(hours, "'kind': 'medication', 'drug': '" + drug + "'");
    }

    static List<ObjectNode> oxygen(String device, String reason, String flow) {
        return oxygen(35, device, reason, flow);
    }

    /// @param reason empty if not charted
    /// @param flow empty if not charted
    static List<ObjectNode> oxygen(double hours, String device, String reason, String flow) {
        return one(
                hours,
                "'kind': 'oxygen-therapy', 'device': '" + device + "'"
                        + (device.equals("other") ? ", 'deviceName': 'oxymizer'" : "")
                        + (reason.isEmpty() ? "" : ", 'reason': '" + reason + "'")
                        + (flow.isEmpty() ? "" : ", 'flow': " + flow));
    }

    static List<ObjectNode> both(List<ObjectNode> one, List<ObjectNode> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
