package health.vigil.policy;

import health.vigil.context.ContextPolicy;
import health.vigil.json.Fields;
import health.vigil.json.JsonLines;
import health.vigil.json.Location;
import health.vigil.json.Shapes;
import health.vigil.json.StrictJson;
import health.vigil.json.StrictJson.Parsed;
import health.vigil.json.Violation;
import health.vigil.protocol.ProtocolTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads the file of the hospital's protocol. Every fault is named with its line.
final class ProtocolFile {
    private static final int LARGEST = 1024 * 1024;
    private static final int MOST_ROWS = 500;
    private static final int LONGEST_NOTE = 2000;
    private static final int MOST_FAULTS = 20;

    private final String name;
    private final String text;

    private ProtocolFile(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /// @throws IllegalArgumentException names the file, the lines and the faults
    static ProtocolTable read(Path file, ContextPolicy context) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException(file + " is larger than 1 MiB");
            }
            return of(file.toString(), Files.readAllBytes(file), context);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + " cannot be read", unreadable);
        }
    }

    static ProtocolTable of(String name, byte[] bytes, ContextPolicy context) {
        return switch (StrictJson.parse(bytes)) {
            case Parsed.Malformed(var fault) -> throw new IllegalArgumentException(name + " " + fault);
            case Parsed.Value(var node) -> {
                var file = new ProtocolFile(name, new String(bytes, StandardCharsets.UTF_8));
                var place = new Location("", new ArrayList<>());
                var table = Fields.object(fields -> file.table(fields, context)).read(node, place);
                yield table.filter(_ -> place.violations().isEmpty())
                        .orElseThrow(() -> file.refusal(place.violations()));
            }
        };
    }

    private Optional<ProtocolTable> table(Fields fields, ContextPolicy context) {
        fields.may("note", Shapes.text(LONGEST_NOTE));
        var rows = fields.need(
                "rows",
                Shapes.list(new ProtocolRowShape(context).shape())
                        .where(all -> all.size() <= MOST_ROWS, "has more than " + MOST_ROWS + " rows"));
        fields.refuseUnknown();
        return rows.map(all -> new ProtocolTable(PolicyVersion.of(text), all));
    }

    private IllegalArgumentException refusal(List<Violation> faults) {
        var lines = JsonLines.of(text);
        return new IllegalArgumentException(faults.stream()
                .limit(MOST_FAULTS)
                .map(fault -> name + ", line " + lines.line(fault.field()) + ": " + fault.sentence())
                .collect(Collectors.joining("; ")));
    }
}
