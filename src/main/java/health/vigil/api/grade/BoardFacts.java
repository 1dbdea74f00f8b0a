package health.vigil.api.grade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.alert.Condition;
import health.vigil.json.JsonColumn;
import health.vigil.json.JsonText;
import health.vigil.observation.VitalSign;
import health.vigil.store.Column;
import health.vigil.store.ResultRow;
import health.vigil.store.Sql;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// What a board shows beside the grades: the last value of each vital sign with its age, oxygen,
/// alerts that nobody has resolved, whether each bound device speaks, who else lies in the bed.
final class BoardFacts {
    /// Each patient under all of the patient's numbers; every row of a board is known by the number it was admitted
    /// under.
    private static final String WANT = " from (select a.patient_id, unnest(numbers_of(a.patient_id)) as number"
            + " from unnest(?::text[]) as a (patient_id) offset 0) as want";

    /// A sign that is not among the newest readings is not current.
    private static final String LAST_VALUES = "select distinct on (want.patient_id, sign.field)"
            + " want.patient_id, sign.field, last.effective_at, last.value"
            + WANT + " cross join unnest(?::text[]) as sign (field)"
            + " cross join lateral (select effective_at, content->>sign.field as value from ("
            + "select effective_at, content from observation where patient_id = want.number"
            + " and kind = 'vital-signs' and effective_at <= ? and graded and retracted_at is null"
            + " order by effective_at desc limit 2000) as recent"
            + " where jsonb_exists(content, sign.field) order by effective_at desc limit 1) as last"
            + " order by want.patient_id, sign.field, last.effective_at desc";

    private static final String OXYGEN = "select distinct on (want.patient_id) want.patient_id,"
            + " last.effective_at, last.content" + WANT + " cross join lateral ("
            + "select effective_at, content from observation where patient_id = want.number"
            + " and kind = 'oxygen-therapy' and effective_at <= ? and graded and retracted_at is null"
            + " order by effective_at desc limit 1) as last order by want.patient_id, last.effective_at desc";

    /// The grade before the one that stands: whether it rose or fell.
    private static final String PREVIOUS = "select distinct on (want.patient_id, g.syndrome)"
            + " want.patient_id, g.syndrome, g.previous" + WANT
            + " join grade_change g on g.patient_id = want.number where superseded_at is null and at <= ?"
            + " order by want.patient_id, g.syndrome, g.at desc, g.number desc";

    private static final String ALERTS = "select want.patient_id, alert_json(a)::text as alert" + WANT
            + " join alert a on a.patient_id = want.number where state <> 'resolved'"
            + " order by array_position(array['high', 'medium', 'low'], priority), raised_at desc";

    /// Since when a device that speaks is not used is told only for the binding that lasts.
    private static final String DEVICES = """
            select want.patient_id, bound.device_id, u.unused_reason,
                greatest(u.unused_since, lower(bound.valid)) as unused_since,
                case when u.heard_at >= lower(bound.valid) then u.heard_at end as heard_at,
                exists (select from alert where patient_id = any(numbers_of(want.number)) and state <> 'resolved'
                    and condition = ? || bound.device_id) as silent
            """ + WANT + """
             join device_binding bound on bound.patient_id = want.number
                left join device_use u on u.device_id = bound.device_id
            where upper_inf(bound.valid) and lower(bound.valid) <= ?
            order by bound.device_id
            """;

    /// Who else lies in the same bed, as the admissions say.
    private static final String NEIGHBOURS = """
            select mine.patient_id, patient_of(other.patient_id) as neighbour
            from episode mine join episode other on ward_fold(other.ward) = ward_fold(mine.ward) and other.bed = mine.bed
                and other.id <> mine.id and other.status = 'active'
            where mine.patient_id = any(?::text[]) and mine.status = 'active'
            order by mine.patient_id, neighbour
            """;

    private BoardFacts() {}

    static void add(Sql sql, BoardRows rows, Instant now) {
        var patients = Column.of("text", rows.patients(), patient -> patient);
        var signs = Column.of("text", Arrays.asList(VitalSign.values()), VitalSign::field);
        sql.each(LAST_VALUES, row -> addValue(rows.of(row.text("patient_id")), row, now), patients, signs, now);
        sql.each(OXYGEN, row -> rows.of(row.text("patient_id")).set("oxygen", oxygen(row)), patients, now);
        sql.each(PREVIOUS, row -> addPrevious(rows.of(row.text("patient_id")), row), patients, now);
        sql.each(
                NEIGHBOURS,
                row -> rows.of(row.text("patient_id"))
                        .withArray("/sharesBedWith")
                        .add(row.text("neighbour")),
                patients);
        sql.each(ALERTS, row -> addAlert(rows.of(row.text("patient_id")), row), patients);
        sql.each(
                DEVICES,
                row -> addDevice(rows.of(row.text("patient_id")), row),
                Condition.DeviceSilent.PREFIX,
                patients,
                now);
    }

    private static void addValue(ObjectNode board, ResultRow row, Instant now) {
        var sign = sign(row.text("field"));
        var value = new BigDecimal(row.text("value"));
        var at = row.instant("effective_at");
        var json = board.withObject("/lastValues")
                .putObject(sign.field())
                .put("value", value)
                .put("unit", sign.unit())
                .put("at", at.toString())
                .put("ageSeconds", Duration.between(at, now).toSeconds());
        if (!sign.plausible(value)) {
            json.put("implausible", true);
        }
    }

    private static VitalSign sign(String field) {
        return Arrays.stream(VitalSign.values())
                .filter(sign -> sign.field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode oxygen(ResultRow row) {
        return JsonText.object()
                .put("at", row.instant("effective_at").toString())
                .setAll(JsonColumn.object(row.text("content")));
    }

    private static void addPrevious(ObjectNode board, ResultRow row) {
        row.optionalNumber("previous")
                .ifPresent(grade -> board.withObject("/" + row.text("syndrome")).put("previous", grade));
    }

    private static void addAlert(ObjectNode board, ResultRow row) {
        var alert = JsonColumn.object(row.text("alert"));
        alert.remove("grade");
        board.withArray("/openAlerts").add(alert);
    }

    private static void addDevice(ObjectNode board, ResultRow row) {
        var device = board.withArray("/devices").addObject().put("deviceId", row.text("device_id"));
        row.optionalInstant("heard_at").ifPresent(at -> device.put("lastHeardAt", at.toString()));
        var reason = row.optionalText("unused_reason");
        device.put("silent", row.flag("silent")).put("used", reason.isEmpty());
        reason.ifPresent(
                why -> device.put("unusedSince", row.instant("unused_since").toString())
                        .put("reason", why));
    }
}
