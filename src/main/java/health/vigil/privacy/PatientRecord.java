package health.vigil.privacy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.JsonColumn;
import health.vigil.store.PatientHoldings;
import health.vigil.store.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Writes everything that is stored about a patient under all numbers, one JSON line each, as a stream.
final class PatientRecord {
    private static final Pattern WORD_BREAK = Pattern.compile("_([a-z])");

    private final OutputStream out;
    private long lines;

    private PatientRecord(OutputStream out) {
        this.out = out;
    }

    /// Writes the record.
    ///
    /// @return the number of lines before the last
    static long write(Sql sql, String patient, OutputStream out) {
        var told = new PatientRecord(out);
        PatientHoldings.each(sql, patient, (part, line) -> told.line(part, JsonColumn.object(line)));
        PatientHoldings.quarantined(sql, patient, told::quarantined);
        told.line("end", JsonNodeFactory.instance.objectNode().put("lines", told.lines));
        return told.lines - 1;
    }

    private void quarantined(String json, Optional<byte[]> value) {
        var line = JsonColumn.object(json);
        value.ifPresent(bytes -> line.put("value", new String(bytes, UTF_8)));
        line("quarantine", line);
    }

    private void line(String name, ObjectNode content) {
        var line = JsonNodeFactory.instance.objectNode().put("record", name);
        content.properties().forEach(field -> line.set(camelCase(field.getKey()), field.getValue()));
        try {
            out.write((line + "\n").getBytes(UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        lines++;
    }

    private static String camelCase(String column) {
        return WORD_BREAK.matcher(column).replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }
}
