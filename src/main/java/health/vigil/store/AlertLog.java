package health.vigil.store;

import health.vigil.alert.Resolution;
import health.vigil.observation.Word;
import health.vigil.store.Alerts.MovedAlert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

/// The numbered log of alert events.
public final class AlertLog {
    /// The number is given under the lock of one row, so this and what other systems are told must be the last
    /// statements before the commit, in a transaction that changed (and so locked) the alerts before. Log, topic
    /// and webhooks carry the same. The alert that a webhook fails is not delivered to that webhook.
    ///
    /// The alerts of one patient within five seconds are one message to a webhook; alerts of high
    /// priority are sent at once.
    private static final String APPEND = """
            with given as (
                update alert_sequence set last = last + ? returning last - ? as base),
            told as (
                select given.base + e.ord as sequence, e.alert_id, e.event
                from given, unnest(?::uuid[], ?::text[]) with ordinality as e (alert_id, event, ord)),
            changed as (
                update alert a set sequence = told.sequence
                from told where a.id = told.alert_id returning a as alert, told.event),
            logged as (
                insert into alert_event (sequence, alert_id, event, ward, at, alert)
                select (c.alert).sequence, (c.alert).id, c.event, (c.alert).ward, ?, alert_json(c.alert)
                from changed c returning sequence),
            posted as (
                insert into webhook_delivery (webhook_id, sequence, patient_id, priority, created_at, due_at)
                select w.id, (c.alert).sequence, (c.alert).patient_id, (c.alert).priority, clock_timestamp(),
                    clock_timestamp() + case when (c.alert).priority = 'high' then interval '0'
                    else interval '5 seconds' end
                from changed c
                    join webhook w on w.removed_at is null
                        and (w.ward is null or ward_fold(w.ward) = ward_fold((c.alert).ward))
                        and (w.priorities is null or (c.alert).priority = any(w.priorities))
                        and (c.alert).condition not like 'technical:delivery-%:' || w.id
                order by (c.alert).sequence returning 1)
            insert into outbox (topic, key, value)
            select 'vigil.alerts', (c.alert).patient_id,
                (alert_json(c.alert) || jsonb_build_object('event', c.event))::text
            from changed c
            order by (c.alert).sequence
            """;

    private static final String LOCK = "update alert_sequence set last = last";

    /// The kinds of events.
    public enum Event implements Word {
        RAISED,
        ACKNOWLEDGED,
        ESCALATED,
        RESOLVED
    }

    private AlertLog() {}

    /// Raises alerts, and logs those that are new.
    public static void raise(Sql sql, List<Alerts.NewAlert> alerts, Instant at) {
        append(sql, Alerts.raise(sql, alerts), Event.RAISED, at);
    }

    /// Resolves the alerts of a discharged patient that end with the stay, because nobody watches the patient any
    /// more.
    public static void endOfStay(Sql sql, UUID episode, Instant at) {
        var ended = StandingAlerts.ofTheStay(sql, episode);
        Alerts.resolve(sql, ended, at, Optional.of(Resolution.DISCHARGED));
        append(sql, ended, Event.RESOLVED, at);
    }

    /// Moves the unresolved alerts of an episode with the patient: the new ward is alerted. The former ward no
    /// longer hears them, and systems that are told of that ward only are told that they left.
    public static void move(Sql sql, UUID episode, String ward, String bed, Instant at) {
        var moved = Alerts.move(sql, episode, ward, bed);
        left(sql, moved.stream().map(MovedAlert::id).toList(), at);
        var byState =
                moved.stream().collect(partitioningBy(MovedAlert::acknowledged, mapping(MovedAlert::id, toList())));
        append(sql, byState.getOrDefault(false, List.of()), Event.RAISED, at);
        append(sql, byState.getOrDefault(true, List.of()), Event.ACKNOWLEDGED, at);
    }

    /// Comes before the event of the new ward, while the sequence of an alert is still that of its last event in
    /// the former ward.
    private static void left(Sql sql, List<UUID> alerts, Instant at) {
        if (alerts.isEmpty()) {
            return;
        }
        sql.announce();
        lock(sql);
        SubscriptionEvents.left(sql, alerts, at);
        AlarmDeliveries.left(sql, alerts);
    }

    /// Lets no event of an alert be logged by others until the commit. What was logged before is seen by the next
    /// statement.
    static void lock(Sql sql) {
        sql.update(LOCK);
    }

    /// Logs an event for alerts with their current state. Each alert may occur once per call.
    public static void append(Sql sql, List<UUID> alerts, Event event, Instant at) {
        if (alerts.isEmpty()) {
            return;
        }
        sql.announce();
        var count = alerts.size();
        var told = sql.update(
                APPEND,
                count,
                count,
                Column.of("uuid", alerts, alert -> alert),
                Column.of("text", alerts, _ -> event),
                at);
        if (told != count) {
            throw new IllegalStateException("An event names an alert that does not exist");
        }
        SubscriptionEvents.ofAlerts(sql, alerts);
        AlarmDeliveries.ofAlerts(sql, alerts);
    }
}
