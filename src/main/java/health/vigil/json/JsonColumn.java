package health.vigil.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.vigil.json.StrictJson.Parsed;
import java.util.List;

/// Parses JSON from the database.
public final class JsonColumn {
    /// Ignores unknown fields, because a later version may have added them.
    private static final JsonMapper VIEWS = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private JsonColumn() {}

    public static ObjectNode object(String json) {
        if (StrictJson.parse(json) instanceof Parsed.Value(ObjectNode object)) {
            return object;
        }
        throw new IllegalStateException("The database holds a value that is not a JSON object");
    }

    /// The items of an array as records.
    public static <T> List<T> list(String json, Class<T> type) {
        if (StrictJson.parse(json) instanceof Parsed.Value(ArrayNode items)) {
            return items.valueStream().map(item -> read(item, type)).toList();
        }
        throw new IllegalStateException("The database holds a value that is not a JSON array");
    }

    /// The object as a record, by the names of its components.
    public static <T> T read(String json, Class<T> type) {
        return read(object(json), type);
    }

    private static <T> T read(JsonNode json, Class<T> type) {
        try {
            return VIEWS.treeToValue(json, type);
        } catch (JsonProcessingException unlike) {
            throw new IllegalStateException("The database holds a value that is not a " + type.getSimpleName());
        }
    }
}
