package health.vigil.intake.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.Fields;
import health.vigil.json.JsonText;
import health.vigil.json.Location;
import health.vigil.json.StrictJson;
import health.vigil.json.Violation;
import health.vigil.observation.Content;
import health.vigil.observation.Kind;
import java.util.ArrayList;

/// The content of an observation as a JSON object: only the fields of its kind, in canonical units.
///
/// Reading what was written returns equal content, even after PostgreSQL's `jsonb` has reordered the fields.
public final class ContentJson {
    private ContentJson() {}

    public static String write(Content content) {
        return JsonText.of(tree(content));
    }

    /// The same as a tree, for responses that contain more.
    public static ObjectNode tree(Content content) {
        var json = JsonText.object();
        ContentForm.write(content, json);
        return json;
    }

    /// Reads the JSON that {@link #write} wrote.
    ///
    /// @throws IllegalArgumentException if the JSON is something else; the message contains no values
    public static Content read(Kind kind, String json) {
        if (StrictJson.parse(json) instanceof StrictJson.Parsed.Value(ObjectNode object)) {
            var violations = new ArrayList<Violation>();
            var message = new Location("", violations);
            return ContentForm.draft(kind, new Fields(object, message))
                    .check(message)
                    .orElseThrow(() -> new IllegalArgumentException("No content of " + kind.word() + ": "
                            + violations.getFirst().sentence()));
        }
        throw new IllegalArgumentException("No content of " + kind.word() + ": no JSON object");
    }
}
