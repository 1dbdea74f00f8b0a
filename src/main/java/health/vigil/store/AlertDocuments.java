package health.vigil.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Reads alerts as JSON in the form of `alert_json`.
public final class AlertDocuments {
    private static final String PAGE = """
        select alert_json(a)::text as alert from alert a
        where state = coalesce(?, state) and (?::text is null or ward_fold(ward) = ?)
            and (?::text[] is null or patient_id = any(?::text[]))
            and (?::text[] is null or ward_fold(ward) = any(?::text[])) and (raised_at, id) < (?, ?)
        order by raised_at desc, id desc limit ?
        """;

    private static final String ONE = "select alert_json(a)::text as alert from alert a where id = ?";

    private static final String STATISTICS = """
        with asked (since, until, ward, wards) as (
            values (?::timestamptz, ?::timestamptz, ?::text, ?::text[])),
        told as (
            select a.*, (select min(e.at) from alert_event e
                where e.alert_id = a.id and e.event = 'acknowledged') as answered_at
            from alert a, asked
            where (resolution is null or raised_at < resolved_at) and raised_at >= since and raised_at <= until
                and (asked.ward is null or ward_fold(a.ward) = asked.ward)
                and (asked.wards is null or ward_fold(a.ward) = any(asked.wards))),
        watched as (
            select coalesce(sum(extract(epoch from least(coalesce(ended_at, until), until)
                - greatest(admitted_at, since))) filter (where greatest(admitted_at, since)
                    < least(coalesce(ended_at, until), until)), 0) / 86400.0 as days
            from episode e, asked
            where e.voided_at is null and (asked.ward is null or ward_fold(e.ward) = asked.ward)
                and (asked.wards is null or ward_fold(e.ward) = any(asked.wards)))
        select jsonb_build_object(
            'from', instant_json((select since from asked)),
            'to', instant_json((select until from asked)),
            'ward', (select ward from asked),
            'alerts', (select count(*) from told),
            'patientDays', (select round(days, 5) from watched),
            'alertsPerPatientDay', (select round((select count(*) from told) / nullif(days, 0), 3) from watched),
            'byType', (select coalesce(jsonb_object_agg(type, number), '{}')
                from (select type, count(*) as number from told group by type) as types),
            'byPriority', (select coalesce(jsonb_object_agg(priority, number), '{}')
                from (select priority, count(*) as number from told group by priority) as priorities),
            'escalated', (select count(*) from told where escalation_level > 0),
            'acknowledged', (select count(*) from told where answered_at is not null),
            'notActedOnShare', (select round(avg(case when answered_at is null then 1 else 0 end), 3) from told),
            'secondsToAcknowledge', (select jsonb_build_object(
                    'median', round((percentile_cont(0.5) within group (order by seconds))::numeric, 3),
                    'p90', round((percentile_cont(0.9) within group (order by seconds))::numeric, 3),
                    'longest', round(max(seconds)::numeric, 3))
                from (select extract(epoch from answered_at - raised_at) as seconds from told
                    where answered_at is not null) as answers))::text as statistics
        """;

    private AlertDocuments() {}

    /// A filter for alerts. An absent part does not limit the list.
    ///
    /// @param ward the key of its name
    /// @param numbers the numbers of one patient
    /// @param wards the keys of the wards that the reader may see
    public record AlertFilter(
            Optional<String> state,
            Optional<String> ward,
            Optional<List<String>> numbers,
            Optional<Set<String>> wards) {}

    /// A page of alerts, newest first: those raised before an instant, or at it with a lower id.
    public static List<String> page(Sql sql, AlertFilter filter, Instant before, UUID id, int rows) {
        var numbers = filter.numbers().map(AlertDocuments::texts);
        var wards = filter.wards().map(AlertDocuments::texts);
        return sql.list(
                PAGE,
                row -> row.text("alert"),
                filter.state(),
                filter.ward(),
                filter.ward(),
                numbers,
                numbers,
                wards,
                wards,
                before,
                id,
                rows);
    }

    private static Column texts(Collection<String> texts) {
        return Column.texts(List.copyOf(texts), text -> text);
    }

    public static Optional<String> one(Sql sql, UUID id) {
        return sql.first(ONE, row -> row.text("alert"), id);
    }

    /// The statistics of the alerts in a span of time, both ends included.
    ///
    /// @param ward the key of its name
    /// @param wards the keys of the wards that the reader may see
    public static String statistics(
            Sql sql, Instant from, Instant to, Optional<String> ward, Optional<Set<String>> wards) {
        return sql.first(STATISTICS, row -> row.text("statistics"), from, to, ward, wards.map(AlertDocuments::texts))
                .orElseThrow();
    }
}
