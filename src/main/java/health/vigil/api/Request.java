package health.vigil.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.Fields;
import health.vigil.json.Location;
import health.vigil.json.Shape;
import health.vigil.json.StrictJson;
import health.vigil.json.StrictJson.Parsed;
import health.vigil.json.Violation;
import health.vigil.problem.Problem;
import health.vigil.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/// Reads request bodies strictly. A refusal names all faults at once.
public final class Request {
    private Request() {}

    /// The body as an object. An empty body counts as an empty object.
    public static ObjectNode object(byte[] bytes) {
        return bytes.length == 0 ? JsonNodeFactory.instance.objectNode() : neededObject(bytes);
    }

    /// The body as an object. An empty body is refused.
    public static ObjectNode neededObject(byte[] bytes) {
        return object(parse(bytes));
    }

    private static JsonNode parse(byte[] bytes) {
        return switch (StrictJson.parse(bytes)) {
            case Parsed.Value(var node) -> node;
            case Parsed.Malformed(var fault) -> throw ProblemException.badRequest("The body " + fault);
        };
    }

    private static ObjectNode object(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw ProblemException.badRequest("The body is not a JSON object");
    }

    /// Reads an object into a value. 400 if a field is missing, invalid or unknown.
    public static <T> T read(ObjectNode object, Shape.OfFields<T> reader) {
        var location = new Location("", new ArrayList<>());
        var read = Fields.object(reader).read(object, location);
        return read.filter(_ -> location.violations().isEmpty()).orElseThrow(() -> refusal(location.violations()));
    }

    public static <T> T read(byte[] body, Shape.OfFields<T> reader) {
        return read(object(body), reader);
    }

    /// The object without its `null` fields, at any depth, for requests in which absent and `null` mean the same.
    public static ObjectNode withoutNulls(ObjectNode object) {
        object.properties().removeIf(field -> field.getValue().isNull());
        object.forEach(Request::clear);
        return object;
    }

    private static void clear(JsonNode node) {
        switch (node) {
            case ObjectNode object -> withoutNulls(object);
            case ArrayNode array -> array.forEach(Request::clear);
            default -> {}
        }
    }

    static ProblemException refusal(List<Violation> faults) {
        return new ProblemException(Problem.invalid(faults));
    }
}
