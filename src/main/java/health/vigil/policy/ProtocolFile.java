package health.vigil.policy;

import health.vigil.context.ContextPolicy;
import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import health.vigil.protocol.ProtocolTable;
import java.nio.file.Path;
import java.util.Optional;

/// Reads the file of the hospital's protocol. Every fault is named with its line.
final class ProtocolFile {
    private static final int MOST_ROWS = 500;
    private static final int LONGEST_NOTE = 2000;

    private ProtocolFile() {}

    /// @throws IllegalArgumentException names the file, the lines and the faults
    static ProtocolTable read(Path file, ContextPolicy context) {
        return CheckedFile.read(file, (fields, text) -> table(fields, text, context));
    }

    static ProtocolTable of(String name, byte[] bytes, ContextPolicy context) {
        return CheckedFile.of(name, bytes, (fields, text) -> table(fields, text, context));
    }

    private static Optional<ProtocolTable> table(Fields fields, String text, ContextPolicy context) {
        fields.may("note", Shapes.text(LONGEST_NOTE));
        var rows = fields.need(
                "rows",
                Shapes.list(new ProtocolRowShape(context).shape())
                        .where(all -> all.size() <= MOST_ROWS, "has more than " + MOST_ROWS + " rows"));
        fields.refuseUnknown();
        return rows.map(all -> new ProtocolTable(PolicyVersion.of(text), all));
    }
}
