package health.vigil.privacy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.JsonColumn;
import health.vigil.store.ResultRow;
import health.vigil.store.Seal;
import health.vigil.store.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Tells everything that is kept of a patient, under all numbers, a line each, without holding it in memory.
final class PatientRecord {
    private static final Pattern WORD_BREAK = Pattern.compile("_([a-z])");

    /// What there is, in the order in which it is told.
    private static final Map<String, String> PARTS = parts();

    private final OutputStream out;
    private long lines;

    private PatientRecord(OutputStream out) {
        this.out = out;
    }

    private static Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "episode",
                "select (to_jsonb(t) - 'graded_to' - 'next_change_at')::text as line from episode t"
                        + " where patient_id = any((select numbers_of(?))::text[]) order by infused_at");
        parts.put(
                "baseline",
                "select to_jsonb(t)::text as line from baseline t join episode e on e.id = t.episode_id"
                        + " where e.patient_id = any((select numbers_of(?))::text[]) order by t.received_at");
        parts.put(
                "episode-version",
                "select to_jsonb(t)::text as line from episode_version t join episode e on e.id = t.episode_id"
                        + " where e.patient_id = any((select numbers_of(?))::text[]) order by t.received_at");
        parts.put(
                "observation",
                "select to_jsonb(t)::text as line from observation t where patient_id = any((select numbers_of(?))::text[])"
                        + " order by effective_at, id, sender");
        parts.put(
                "grade",
                "select grade_change_json(t)::text as line from grade_change t where patient_id = any((select numbers_of(?))::text[]) order by number");
        parts.put(
                "alert",
                "select alert_json(t)::text as line from alert t where patient_id = any((select numbers_of(?))::text[]) order by raised_at, id");
        parts.put(
                "device-binding",
                "select to_jsonb(t)::text as line from device_binding t where patient_id = any((select numbers_of(?))::text[]) order by lower(valid)");
        parts.put(
                "emergency-access",
                "select to_jsonb(t)::text as line from emergency_access t where patient_id = any((select numbers_of(?))::text[]) order by granted_at");
        parts.put(
                "merge",
                "select to_jsonb(t)::text as line from patient_merge t where old_id = any((select numbers_of(?))::text[])"
                        + " or into_id = any((select numbers_of(?))::text[]) order by asked_at");
        parts.put(
                "audit",
                "select (to_jsonb(t) - 'shown')::text as line from audit t"
                        + " where patient_id = any((select numbers_of(?))::text[]) or shown && (select numbers_of(?))::varchar[] order by number");
        return parts;
    }

    /// Writes the record.
    ///
    /// @return how many lines there were before the last
    static long write(Sql sql, String patient, OutputStream out) {
        var told = new PatientRecord(out);
        PARTS.forEach((name, query) -> told.part(sql, name, query, patient));
        sql.each(
                "select (to_jsonb(t) - 'key' - 'value' - 'sealed')::text as line, value, sealed from quarantine t"
                        + " where patient_id = any((select numbers_of(?))::text[]) order by received_at, id",
                told::quarantined,
                patient);
        told.line("end", JsonNodeFactory.instance.objectNode().put("lines", told.lines));
        return told.lines - 1;
    }

    private void part(Sql sql, String name, String query, String patient) {
        var arguments =
                Collections.nCopies((int) query.chars().filter(c -> c == '?').count(), patient);
        sql.each(query, row -> line(name, JsonColumn.object(row.text("line"))), arguments.toArray());
    }

    private void quarantined(ResultRow row) {
        var line = JsonColumn.object(row.text("line"));
        row.optionalBytes("value")
                .map(value -> row.flag("sealed") ? Seal.configured().open(value) : value)
                .ifPresent(value -> line.put("value", new String(value, UTF_8)));
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
