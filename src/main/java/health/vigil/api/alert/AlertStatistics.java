package health.vigil.api.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.access.CurrentUser;
import health.vigil.access.WardName;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.TimeSpan;
import health.vigil.api.Transactions;
import health.vigil.json.JsonColumn;
import health.vigil.store.Column;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The burden of alarms. Wards drown in them: what nobody acts on should not have been one.
@ApplicationScoped
class AlertStatistics {
    private static final Duration USUAL = Duration.ofDays(30);

    private static final String COUNTED = """
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
                        where answered_at is not null) as answers))::text as statistics""";

    private final Transactions transactions;
    private final CurrentUser user;

    AlertStatistics(Transactions transactions, CurrentUser user) {
        this.transactions = transactions;
        this.user = user;
    }

    ObjectNode of(Optional<String> ward, TimeSpan span) {
        var to = span.to().orElseGet(MicrosecondClock::now);
        var from = span.from().orElse(to.minus(USUAL));
        var wards = user.wards().keys().map(keys -> Column.of("text", List.copyOf(keys), key -> key));
        return transactions
                .run(sql -> sql.first(
                        COUNTED,
                        row -> JsonColumn.object(row.text("statistics")),
                        from,
                        to,
                        ward.map(WardName::key),
                        wards))
                .orElseThrow();
    }
}
