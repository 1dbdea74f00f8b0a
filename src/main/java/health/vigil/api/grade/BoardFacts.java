package health.vigil.api.grade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.access.WardName;
import health.vigil.alert.Condition;
import health.vigil.json.JsonColumn;
import health.vigil.json.JsonText;
import health.vigil.observation.PatientId;
import health.vigil.observation.VitalSign;
import health.vigil.store.Column;
import health.vigil.store.ResultRow;
import health.vigil.store.Sql;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What a board shows beside the grades: the last value of each vital sign with its age, oxygen,
/// alerts that nobody has resolved, whether each bound device speaks, who else lies in the bed.
final class BoardFacts {
    /// Each row's episode under all numbers of its patient, with the time that belongs to it: what was known of the
    /// patient before is another stay's, and it may be another ward's.
    private static final String WANT = """
             from unnest(?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                as want (patient_id, episode_id, number, since, until)
            """;

    /// The newest reading of each sign, however long ago and whatever else was read since: hour by hour, back from
    /// the newest. Only hours of which it is known that they hold the sign are looked at, and those that nobody has
    /// summed up yet.
    private static final String LAST_VALUES = "select distinct on (want.patient_id, vital.field)"
            + " want.patient_id, vital.field, last.effective_at, last.value" + WANT + """
             cross join unnest(?::text[]) as vital (field)
                cross join lateral (
                    select reading.effective_at, reading.value
                    from (
                        select hour from vital_hour where patient_id = want.number and sign = vital.field
                        union all
                        select hour from vital_stale where patient_id = want.number
                        order by hour desc) as held
                    cross join lateral (
                        select effective_at, content->>vital.field as value from observation
                        where patient_id = want.number and effective_at >= held.hour
                            and effective_at < held.hour + interval '1 hour' and effective_at <= ?
                            and effective_at >= coalesce(want.since, '-infinity')
                            and effective_at < coalesce(want.until, 'infinity')
                            and kind = 'vital-signs' and graded and retracted_at is null
                            and jsonb_exists(content, vital.field)
                        order by effective_at desc limit 1) as reading
                    where held.hour > coalesce(want.since, '-infinity') - interval '1 hour'
                    order by held.hour desc limit 1) as last
            order by want.patient_id, vital.field, last.effective_at desc
            """;

    private static final String OXYGEN =
            "select distinct on (want.patient_id) want.patient_id," + " last.effective_at, last.content" + WANT + """
             cross join lateral (
                    select effective_at, content from observation
                    where patient_id = want.number and kind = 'oxygen-therapy' and effective_at <= ?
                        and effective_at >= coalesce(want.since, '-infinity')
                        and effective_at < coalesce(want.until, 'infinity') and graded and retracted_at is null
                    order by effective_at desc limit 1) as last
            order by want.patient_id, last.effective_at desc
            """;

    /// The grade before the one that stands: whether it rose or fell.
    private static final String PREVIOUS = "select distinct on (want.patient_id, g.syndrome)"
            + " want.patient_id, g.syndrome, g.previous" + WANT
            + " join grade_change g on g.episode_id = want.episode_id where superseded_at is null and at <= ?"
            + " order by want.patient_id, g.syndrome, g.at desc, g.number desc";

    /// Those of the row's ward, as the list of alerts tells them: what another ward was told stays there.
    private static final String ALERTS = "select want.patient_id, alert_json(a)::text as alert" + WANT
            + " join alert a on a.patient_id = want.number where state <> 'resolved' and ward_fold(a.ward) = ?"
            + " order by array_position(array['high', 'medium', 'low'], priority), raised_at desc";

    /// Since when a device that speaks is not used is told only for the binding that lasts.
    private static final String DEVICES = """
            select want.patient_id, bound.device_id, u.unused_reason,
                greatest(u.unused_since, lower(bound.valid)) as unused_since,
                case when u.heard_at >= lower(bound.valid) then u.heard_at end as heard_at,
                exists (select from alert where patient_id = any(numbers_of(want.number)) and state <> 'resolved'
                    and condition = silent.prefix || bound.device_id) as silent
            """ + WANT + """
             cross join (select ?::text as prefix) as silent
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

    /// @param ward whose board it is
    /// @param name what a neighbour of a number is called
    static void add(Sql sql, BoardRows rows, String ward, UnaryOperator<String> name, Instant now) {
        var want = want(rows.stays());
        var patients = Column.texts(rows.patients(), patient -> patient);
        var signs = Column.texts(Arrays.asList(VitalSign.values()), VitalSign::field);
        each(sql, LAST_VALUES, row -> addValue(rows.of(row.text("patient_id")), row, now), want, signs, now);
        each(sql, OXYGEN, row -> rows.of(row.text("patient_id")).set("oxygen", oxygen(row)), want, now);
        each(sql, PREVIOUS, row -> addPrevious(rows.of(row.text("patient_id")), row), want, now);
        sql.each(
                NEIGHBOURS,
                row -> rows.of(row.text("patient_id"))
                        .withArray("/sharesBedWith")
                        .add(name.apply(row.text("neighbour"))),
                patients);
        each(sql, ALERTS, row -> addAlert(rows.of(row.text("patient_id")), row), want, WardName.key(ward));
        each(
                sql,
                DEVICES,
                row -> addDevice(rows.of(row.text("patient_id")), row),
                want,
                Condition.DeviceSilent.PREFIX,
                now);
    }

    /// A row's stay under one of the numbers of its patient.
    private record NumberedStay(BoardRows.Stay stay, PatientId number) {
        static List<NumberedStay> of(List<BoardRows.Stay> stays) {
            return stays.stream()
                    .flatMap(stay ->
                            stay.episode().numbers().all().stream().map(number -> new NumberedStay(stay, number)))
                    .toList();
        }
    }

    private static List<Column> want(List<BoardRows.Stay> of) {
        var stays = NumberedStay.of(of);
        return List.of(
                Column.texts(stays, each -> each.stay().patientId()),
                Column.of("uuid", stays, each -> each.stay().episode().id()),
                Column.texts(stays, each -> each.number().value()),
                Column.of(
                        "timestamptz",
                        stays,
                        each -> each.stay().episode().own().from()),
                Column.of(
                        "timestamptz",
                        stays,
                        each -> each.stay().episode().own().until()));
    }

    private static void each(Sql sql, String text, Consumer<ResultRow> consumer, List<Column> want, Object... more) {
        sql.each(
                text,
                consumer,
                Stream.concat(want.stream(), Arrays.stream(more)).toArray());
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
