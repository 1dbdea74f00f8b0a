package health.vigil.json;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Applies changes to an object (RFC 7396).
public final class MergePatch {
    private MergePatch() {}

    /// `null` removes a field, an object is merged, anything else replaces.
    public static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        var merged = target.deepCopy();
        patch.properties().forEach(field -> {
            var value = field.getValue();
            if (value.isNull()) {
                merged.remove(field.getKey());
            } else if (value instanceof ObjectNode changes) {
                merged.set(field.getKey(), apply(object(merged, field.getKey()), changes));
            } else {
                merged.set(field.getKey(), value);
            }
        });
        return merged;
    }

    private static ObjectNode object(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode standing ? standing : JsonText.object();
    }
}
