package health.vigil.store;

import health.vigil.grading.Syndrome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What each subscription is told of: numbered events of alerts and of the history of grades.
///
/// The numbers are given under the lock of `alert_sequence`, so these must be the last statements of a
/// transaction, like those of [AlertLog].
public final class SubscriptionEvents {
    private static final String OF_ALERTS = """
            with changed as (
                select e.sequence, e.event, e.at, e.ward, a.patient_id, a.type, a.priority
                from alert a join alert_event e on e.sequence = a.sequence
                where a.id = any(?::uuid[]) and a.patient_id is not null),
            matched as (
                select s.id, c.sequence, c.event, c.at, c.ward, c.patient_id,
                    row_number() over (partition by s.id order by c.sequence) as ord
                from changed c
                    join fhir_subscription s on s.topic = 'alert' and s.removed_at is null
                        and (s.codes is null or c.type = any(s.codes))
                        and (s.priorities is null or c.priority = any(s.priorities))
                        and subscription_includes(s, c.patient_id, c.ward)),
            numbered as (
                update fhir_subscription s set last_number = s.last_number + m.events
                from (select id, count(*) as events from matched group by id) m
                where s.id = m.id returning s.id, s.last_number - m.events as base)
            insert into fhir_event (subscription_id, number, sequence, event, patient_id, ward, at)
            select n.id, n.base + m.ord, m.sequence, m.event, m.patient_id, m.ward, m.at
            from matched m join numbered n on n.id = m.id
            """;

    /// Its place in the log is that of the last event in the former ward.
    private static final String LEFT = """
            with gone as (
                select e.sequence, e.ward, a.ward as ward_now, a.patient_id, a.type, a.priority
                from alert a join alert_event e on e.sequence = a.sequence
                where a.id = any(?::uuid[]) and a.patient_id is not null),
            matched as (
                select s.id, g.sequence, g.ward, g.patient_id,
                    row_number() over (partition by s.id order by g.sequence) as ord
                from gone g
                    join fhir_subscription s on s.topic = 'alert' and s.removed_at is null
                        and (s.codes is null or g.type = any(s.codes))
                        and (s.priorities is null or g.priority = any(s.priorities))
                        and subscription_includes(s, g.patient_id, g.ward)
                        and not subscription_includes(s, g.patient_id, g.ward_now)),
            numbered as (
                update fhir_subscription s set last_number = s.last_number + m.events
                from (select id, count(*) as events from matched group by id) m
                where s.id = m.id returning s.id, s.last_number - m.events as base)
            insert into fhir_event (subscription_id, number, sequence, event, patient_id, ward, at)
            select n.id, n.base + m.ord, m.sequence, 'left', m.patient_id, m.ward, ?
            from matched m join numbered n on n.id = m.id
            """;

    /// Takes the lock of `alert_sequence` only if a subscription is concerned.
    private static final String OF_GRADES = """
            with changed as (
                select g.number, case when g.superseded_at is null then 'recorded' else 'superseded' end as event,
                    coalesce(g.superseded_at, g.known_at) as at, e.ward, g.patient_id, g.syndrome
                from grade_change g join episode e on e.id = g.episode_id
                where g.number = any(?::bigint[])),
            matched as (
                select s.id, c.number, c.event, c.at, c.ward, c.patient_id,
                    row_number() over (partition by s.id order by c.event desc, c.number) as ord
                from changed c
                    join fhir_subscription s on s.topic = 'grade' and s.removed_at is null
                        and (s.codes is null or c.syndrome || '-grade' = any(s.codes))
                        and subscription_includes(s, c.patient_id, c.ward)),
            locked as (
                update alert_sequence set last = last where exists (select from matched) returning last),
            numbered as (
                update fhir_subscription s set last_number = s.last_number + m.events
                from (select id, count(*) as events from matched cross join locked group by id) m
                where s.id = m.id returning s.id, s.last_number - m.events as base)
            insert into fhir_event (subscription_id, number, grade_number, event, patient_id, ward, at)
            select n.id, n.base + m.ord, m.number, m.event, m.patient_id, m.ward, m.at
            from matched m join numbered n on n.id = m.id
            """;

    private static final String RANGE = """
            select f.number, f.event, f.patient_id, f.ward, f.at, e.alert_id, f.grade_number
            from fhir_event f left join alert_event e on e.sequence = f.sequence
            where f.subscription_id = ? and f.number >= ? and f.number <= ?
            order by f.number limit ?
            """;

    /// Without what happened in wards that the subscriber sees no more.
    private static final String VISIBLE = """
            select f.number, f.event, f.patient_id, f.ward, f.at, e.alert_id, f.grade_number
            from fhir_event f
                join fhir_subscription s on s.id = f.subscription_id
                left join alert_event e on e.sequence = f.sequence
            where f.subscription_id = ? and f.number >= ? and f.number <= ?
                and (s.wards is null or coalesce(ward_fold(f.ward) = any(s.wards), false))
                and not exists (
                    select from account a
                    where a.username = s.owner and (a.revoked_at is not null
                        or (a.wards is not null and not coalesce((
                            select bool_or(ward_fold(w) = ward_fold(f.ward)) from unnest(a.wards) as w), false))))
            order by f.number limit ?
            """;

    private static final String REMOVE = """
            delete from fhir_event
            where (subscription_id, number) in (
                select subscription_id, number from fhir_event where at < ? order by at limit ?)
            """;

    /// What an event tells of.
    public sealed interface EventFocus {
        /// An alert.
        record OfAlert(UUID alert) implements EventFocus {}

        /// An entry of the history of grades.
        record OfGrade(long number) implements EventFocus {}
    }

    /// An event of a subscription.
    ///
    /// @param event what happened to the focus
    /// @param patient the number under which it happened
    /// @param ward the ward at that time
    public record NumberedEvent(
            long number, String event, EventFocus focus, String patient, Optional<String> ward, Instant at) {
        static NumberedEvent read(ResultRow row) {
            return new NumberedEvent(
                    row.number("number"),
                    row.text("event"),
                    row.optionalNumber("grade_number")
                            .<EventFocus>map(EventFocus.OfGrade::new)
                            .orElseGet(() -> new EventFocus.OfAlert(row.uuid("alert_id"))),
                    row.text("patient_id"),
                    row.optionalText("ward"),
                    row.instant("at"));
        }
    }

    private SubscriptionEvents() {}

    /// Tells of the latest event of each alert. Alerts about no patient are told to nobody.
    static void ofAlerts(Sql sql, List<UUID> alerts) {
        sql.update(OF_ALERTS, Column.of("uuid", alerts, alert -> alert));
    }

    /// Tells those who are told of the former ward and not of the new one that alerts were moved away.
    static void left(Sql sql, List<UUID> alerts, Instant at) {
        sql.update(LEFT, Column.of("uuid", alerts, alert -> alert), at);
    }

    /// Tells of entries that were recorded or superseded in this transaction.
    public static void ofGrades(Sql sql, List<Long> numbers) {
        if (!numbers.isEmpty() && sql.update(OF_GRADES, Column.of("bigint", numbers, number -> number)) > 0) {
            sql.announce();
        }
    }

    /// The code by which subscriptions name the grades of a syndrome.
    public static String code(Syndrome syndrome) {
        return syndrome.word() + "-grade";
    }

    /// Events in order.
    ///
    /// @param since the first number
    /// @param until the last number
    public static List<NumberedEvent> range(Sql sql, UUID subscription, long since, long until, int most) {
        return sql.list(RANGE, NumberedEvent::read, subscription, since, until, most);
    }

    /// Events in order, without those in wards that the subscriber or its account may not see any more.
    ///
    /// @param since the first number
    /// @param until the last number
    static List<NumberedEvent> visible(Sql sql, UUID subscription, long since, long until, int most) {
        return sql.list(VISIBLE, NumberedEvent::read, subscription, since, until, most);
    }

    /// Deletes the oldest events.
    ///
    /// @return how many
    public static int removeBefore(Sql sql, Instant instant, int limit) {
        return sql.update(REMOVE, instant, limit);
    }
}
