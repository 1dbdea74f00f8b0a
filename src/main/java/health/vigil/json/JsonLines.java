package health.vigil.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/// The line on which each value of a JSON text begins, by its path as in a {@link Violation}.
public final class JsonLines {
    private static final int FIRST = 1;

    private final Map<String, Integer> lines;

    private JsonLines(Map<String, Integer> lines) {
        this.lines = lines;
    }

    /// The lines of a text.
    ///
    /// @param text one valid JSON value
    public static JsonLines of(String text) {
        var lines = new HashMap<String, Integer>();
        try (var parser = new JsonFactory().createParser(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (!token.isStructEnd()) {
                    lines.putIfAbsent(
                            path(value(parser.getParsingContext(), token)),
                            parser.currentTokenLocation().getLineNr());
                }
            }
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
        return new JsonLines(lines);
    }

    /// The context of a value. An object or an array has begun one of its own.
    private static JsonStreamContext value(JsonStreamContext context, JsonToken token) {
        return token.isStructStart() ? context.getParent() : context;
    }

    private static String path(JsonStreamContext context) {
        if (context.inRoot()) {
            return "";
        }
        var parent = path(context.getParent());
        if (context.inArray()) {
            return parent + "[" + context.getCurrentIndex() + "]";
        }
        return parent.isEmpty() ? context.getCurrentName() : parent + "." + context.getCurrentName();
    }

    /// The line of a value; of the nearest value around it if there is none at this path.
    public int line(String path) {
        for (var place = path; !place.isEmpty(); place = around(place)) {
            var line = lines.get(place);
            if (line != null) {
                return line;
            }
        }
        return FIRST;
    }

    private static String around(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
