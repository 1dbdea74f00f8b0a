package health.vigil.api.grade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.api.Cursor;
import health.vigil.api.NumbersJson;
import health.vigil.api.Paging;
import health.vigil.api.TimeSpan;
import health.vigil.api.Transactions;
import health.vigil.json.JsonColumn;
import health.vigil.observation.Numbers;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.store.Column;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/// The history of grades as it was told. An entry that later knowledge told otherwise stays, with what did.
@ApplicationScoped
class GradeHistory {
    /// With who corrected an admission, recorded an infusion, or joined or parted numbers, where that told it so. Who
    /// sees one of two patients is not told the number of the other, once they are parted.
    private static final String PAGE = """
            select (grade_change_json(g) || coalesce((
                select jsonb_build_object(v.cause, jsonb_strip_nulls(jsonb_build_object(
                    'by', v.entered_by, 'at', instant_json(v.received_at), 'reason', v.reason)))
                from episode_version v
                where v.episode_id = g.episode_id and v.cause <> 'admission' and v.received_at <= g.known_at
                    and (g.cause = v.cause or v.received_at = g.known_at)
                order by v.received_at desc limit 1), '{}') || coalesce((
                select jsonb_build_object('merge', jsonb_build_object(
                    'takenBack', m.ended_at is not distinct from g.known_at,
                    'by', case when m.ended_at is not distinct from g.known_at then m.end_asked_by else m.asked_by end,
                    'at', instant_json(g.known_at))
                    || case when m.ended_at is null
                        then jsonb_build_object('old', m.old_id, 'into', m.into_id, 'reason', m.reason)
                        else '{}' end)
                from patient_merge m
                where g.known_at in (m.known_at, m.ended_at)
                    and (m.old_id = g.patient_id or m.into_id = patient_of(g.patient_id))
                limit 1), '{}'))::text as entry
            from grade_change g
            where {patient} and at >= ? and at <= ? and (at, number) > (?, ?) order by at, number limit ?
            """;
    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private final Transactions transactions;

    GradeHistory(Transactions transactions) {
        this.transactions = transactions;
    }

    /// An index gives the changes of one number in order; those of several are sorted.
    private static final String OF_ONE = PAGE.replace("{patient}", "patient_id = (?::text[])[1]");
    private static final String OF_SEVERAL = PAGE.replace("{patient}", "patient_id = any(?::text[])");

    Response answer(Numbers patient, TimeSpan span, Paging paging) {
        return paging.answer(
                page(patient, span, paging),
                entry -> new Cursor(
                        Instant.parse(entry.path("at").asText()),
                        entry.path("number").asText()),
                entry -> NumbersJson.putSent(entry, patient.patient()));
    }

    private List<ObjectNode> page(Numbers patient, TimeSpan span, Paging paging) {
        var after = paging.after().orElse(new Cursor(BEGINNING, "0"));
        return transactions.run(sql -> sql.list(
                patient.all().size() == 1 ? OF_ONE : OF_SEVERAL,
                row -> entry(row.text("entry")),
                Column.texts(patient.all(), PatientId::value),
                span.from().orElse(BEGINNING),
                span.to().orElse(END),
                after.at(),
                number(after.id()),
                paging.rows()));
    }

    private static long number(String id) {
        if (id.matches("\\d{1,18}")) {
            return Long.parseLong(id);
        }
        throw ProblemException.invalid("cursor", "is not a cursor of this list");
    }

    /// Amended is what told something otherwise than before, and what was told otherwise since.
    private static ObjectNode entry(String text) {
        var json = JsonColumn.object(text);
        return json.put("amended", json.path("amendment").asBoolean() || json.has("supersededAt"));
    }
}
