package health.vigil.hl7;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A message as segments. Segments end with CR, LF or both; lines that are no segments are passed over.
record Er7Message(Er7Segment header, List<Er7Segment> segments) {
    private static final Pattern LINE_END = Pattern.compile("[\r\n]+");
    private static final Pattern SEGMENT = Pattern.compile("[A-Z][A-Z0-9]{2}");

    Er7Message {
        segments = List.copyOf(segments);
    }

    /// The message; empty if it does not begin with a header that names its delimiters.
    ///
    /// @param charset the character set that it was decoded with
    static Optional<Er7Message> parse(String text, Charset charset) {
        var lines = LINE_END.split(text.stripLeading());
        return lines[0].startsWith("MSH")
                ? Er7Delimiters.of(lines[0]).map(delimiters -> parse(lines, new Er7Escapes(delimiters, charset)))
                : Optional.empty();
    }

    private static Er7Message parse(String[] lines, Er7Escapes escapes) {
        var segments = new ArrayList<Er7Segment>();
        var numbers = new HashMap<String, Integer>();
        for (var line : lines) {
            var name = line.substring(0, Math.min(3, line.length()));
            if (SEGMENT.matcher(name).matches()
                    && (line.length() == 3
                            || line.charAt(3) == escapes.delimiters().field())) {
                segments.add(Er7Segment.of(line, numbers.merge(name, 1, Integer::sum), escapes));
            }
        }
        return new Er7Message(segments.getFirst(), segments);
    }

    Optional<Er7Segment> first(String name) {
        return segments.stream().filter(segment -> segment.name().equals(name)).findFirst();
    }

    List<Er7Segment> all(String name) {
        return segments.stream().filter(segment -> segment.name().equals(name)).toList();
    }

    /// The type of the message, for instance ORU.
    String type() {
        return header.value(9, 1).strip();
    }

    /// The trigger event, for instance R01.
    String trigger() {
        return header.value(9, 2).strip();
    }

    /// The id of the message as sent, with all its components.
    String controlId() {
        return header.has(10) ? header.raw(10) : "";
    }
}
