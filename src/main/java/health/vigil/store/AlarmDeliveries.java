package health.vigil.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The queue of alerts for other systems that receive HL7 messages. One courier claims a receiver, sends one
/// message, and settles it; if the courier dies, another one takes over. So the messages of a receiver stay in
/// order.
public final class AlarmDeliveries {
    private static final int MOST_REFUSALS = 3;

    private static final String ACTIVATE = """
            insert into hl7_receiver (name, wards, priorities, active, due_at)
            values (?, ?, ?, true, clock_timestamp())
            on conflict (name) do update
            set wards = excluded.wards, priorities = excluded.priorities, active = true
            """;

    private static final String DEACTIVATE = """
            with gone as (
                update hl7_receiver set active = false, lease = null where active and name <> all(?) returning name)
            update hl7_alarm set state = 'dropped', settled_at = clock_timestamp()
            where state = 'waiting' and receiver in (select name from gone)
            """;

    /// Alerts without a ward concern no bed.
    private static final String OF_ALERTS = """
            insert into hl7_alarm (receiver, sequence, event, patient_id, created_at)
            select r.name, e.sequence, e.event, a.patient_id, clock_timestamp()
            from alert a
                join alert_event e on e.sequence = a.sequence
                join hl7_receiver r on r.active
                    and (r.wards is null or ward_fold(e.ward) = any(r.wards))
                    and (r.priorities is null or a.priority = any(r.priorities))
            where a.id = any(?::uuid[]) and e.ward is not null
            order by r.name, e.sequence
            """;

    /// The event is the last one in the former ward, so that its receivers do not learn the new bed.
    private static final String LEFT = """
            insert into hl7_alarm (receiver, sequence, event, patient_id, created_at)
            select r.name, e.sequence, 'left', a.patient_id, clock_timestamp()
            from alert a
                join alert_event e on e.sequence = a.sequence
                join hl7_receiver r on r.active
                    and ward_fold(e.ward) = any(r.wards)
                    and not coalesce(ward_fold(a.ward) = any(r.wards), false)
                    and (r.priorities is null or a.priority = any(r.priorities))
            where a.id = any(?::uuid[])
            order by r.name, e.sequence
            """;

    private static final String NEXT = """
            select r.name, r.attempts, r.failing_since, d.number, d.sequence, d.event, d.refusals, e.alert::text as alert
            from hl7_receiver r
                cross join lateral (
                    select * from hl7_alarm where receiver = r.name and state = 'waiting' order by number limit 1) d
                join alert_event e on e.sequence = d.sequence
            where r.active and r.due_at <= clock_timestamp() and r.name = any(?)
            order by r.due_at limit 1 for update of r skip locked
            """;

    private static final String CLAIM = """
            update hl7_receiver set lease = ?, due_at = clock_timestamp() + ? * interval '1 millisecond' where name = ?
            """;

    private static final String DUE = """
            select min(r.due_at) as due, clock_timestamp() as now from hl7_receiver r
            where r.active and r.name = any(?) and exists (
                select from hl7_alarm where receiver = r.name and state = 'waiting')
            """;

    private static final String ANSWERED = """
            with answered as (
                update hl7_receiver
                set attempts = 0, failing_since = null, lease = null,
                    due_at = clock_timestamp() + ? * interval '1 millisecond'
                where name = ? and lease = ? returning name)
            update hl7_alarm
            set state = ?, refusals = ?, fault = ?, settled_at = case when ? <> 'waiting' then clock_timestamp() end
            where number = ? and state = 'waiting' and exists (select from answered)
            """;

    private static final String UNANSWERED = """
            with tried as (
                update hl7_receiver
                set attempts = attempts + 1, failing_since = coalesce(failing_since, clock_timestamp()), lease = null,
                    due_at = clock_timestamp() + ? * interval '1 millisecond'
                where name = ? and lease = ? returning name)
            update hl7_alarm set fault = ? where number = ? and exists (select from tried)
            """;

    /// What still holds, unless it waits already or was told just now.
    private static final String CONTINUE = """
            insert into hl7_alarm (receiver, sequence, event, patient_id, created_at)
            select r.name, a.sequence, 'continue', a.patient_id, clock_timestamp()
            from alert a
                join hl7_receiver r on r.name = ?
                    and (r.wards is null or ward_fold(a.ward) = any(r.wards))
                    and (r.priorities is null or a.priority = any(r.priorities))
            where a.state <> 'resolved' and a.ward is not null and a.sequence <> ? and not exists (
                select from hl7_alarm d
                where d.receiver = r.name and d.state = 'waiting' and d.sequence = a.sequence)
            order by a.sequence
            """;

    private static final String FAILING = """
            select r.name, coalesce(r.failing_since <= clock_timestamp() - ? * interval '1 millisecond', false) as late,
                coalesce((
                    select d.state = 'given-up' from hl7_alarm d
                    where d.receiver = r.name and d.state in ('delivered', 'given-up')
                    order by d.settled_at desc, d.number desc limit 1), false) as given_up
            from hl7_receiver r where r.active
            """;

    /// The newest settled one of each receiver is kept, because an alert depends on whether it was given up.
    private static final String REMOVE = """
            delete from hl7_alarm
            where number in (
                select d.number from hl7_alarm d
                where d.patient_id is null and d.settled_at < ? and exists (
                    select from hl7_alarm later
                    where later.receiver = d.receiver and later.state <> 'waiting' and later.settled_at > d.settled_at)
                order by d.settled_at limit ?)
            """;

    private AlarmDeliveries() {}

    /// Another system that is told of alerts.
    ///
    /// @param wards keys of wards; absent for every ward
    /// @param priorities absent for every priority
    public record AlarmReceiver(String name, Optional<Set<String>> wards, Optional<Set<String>> priorities) {}

    /// A message to send.
    ///
    /// @param failingSince since when the receiver does not answer
    /// @param number of the row
    /// @param event what happened; `continue` after an outage, `left` to the ward that the patient left
    /// @param alert the alert after the event, as JSON
    public record ClaimedAlarm(
            String receiver,
            UUID lease,
            int attempts,
            Optional<Instant> failingSince,
            long number,
            long sequence,
            String event,
            int refusals,
            String alert) {}

    /// A receiver to whom messages are late, or to whom the last one was given up.
    public record FailingReceiver(String name, boolean late, boolean givenUp) {}

    /// Stores the receivers that the settings name, and forgets the others. From now on events are told to them.
    public static void receivers(Sql sql, List<AlarmReceiver> receivers) {
        sql.update(DEACTIVATE, Column.texts(receivers, AlarmReceiver::name));
        receivers.stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .forEach(receiver -> sql.update(
                        ACTIVATE,
                        receiver.name(),
                        receiver.wards().map(AlarmDeliveries::texts),
                        receiver.priorities().map(AlarmDeliveries::texts)));
    }

    private static Column texts(Set<String> texts) {
        return Column.texts(List.copyOf(texts), text -> text);
    }

    /// Tells of the latest event of each alert, in the transaction that logs it.
    static void ofAlerts(Sql sql, List<UUID> alerts) {
        sql.update(OF_ALERTS, Column.of("uuid", alerts, alert -> alert));
    }

    /// Tells receivers of the former ward that alerts were moved away, before the new ward is told.
    static void left(Sql sql, List<UUID> alerts) {
        sql.update(LEFT, Column.of("uuid", alerts, alert -> alert));
    }

    /// Claims the next message that is due.
    ///
    /// @param receivers those that this process knows
    /// @param lease how long no other courier claims the receiver
    public static Optional<ClaimedAlarm> take(Sql sql, List<String> receivers, Duration lease) {
        var token = UUID.randomUUID();
        var claimed = sql.first(
                NEXT,
                row -> new ClaimedAlarm(
                        row.text("name"),
                        token,
                        Math.toIntExact(row.number("attempts")),
                        row.optionalInstant("failing_since"),
                        row.number("number"),
                        row.number("sequence"),
                        row.text("event"),
                        Math.toIntExact(row.number("refusals")),
                        row.text("alert")),
                Column.texts(receivers, name -> name));
        claimed.ifPresent(alarm -> sql.update(CLAIM, token, lease.toMillis(), alarm.receiver()));
        return claimed;
    }

    /// The time until the next message is due; absent if none waits.
    public static Optional<Duration> nextDue(Sql sql, List<String> receivers) {
        return sql.first(
                        DUE,
                        row -> row.optionalInstant("due").map(due -> Duration.between(row.instant("now"), due)),
                        Column.texts(receivers, name -> name))
                .flatMap(due -> due);
    }

    /// Notes that the receiver accepted a message. After an outage it is told again what still holds. The log of
    /// alerts is locked for that, so that no alert ends before its `continue`.
    ///
    /// @param outage how long it must have been silent for that
    public static void accepted(Sql sql, ClaimedAlarm alarm, Duration outage) {
        var silent = alarm.failingSince()
                .filter(since -> !since.plus(outage).isAfter(sql.now()))
                .isPresent();
        if (silent) {
            AlertLog.lock(sql);
        }
        var noted = answered(sql, alarm, "delivered", Optional.empty(), Duration.ZERO);
        if (noted && silent) {
            sql.announce();
            sql.update(CONTINUE, alarm.receiver(), alarm.sequence());
        }
    }

    /// Notes that the receiver refused a message. After the third time it is given up.
    public static void refused(Sql sql, ClaimedAlarm alarm, String fault, Duration rest) {
        var last = alarm.refusals() + 1 >= MOST_REFUSALS;
        answered(sql, alarm, last ? "given-up" : "waiting", Optional.of(fault), last ? Duration.ZERO : rest);
    }

    private static boolean answered(Sql sql, ClaimedAlarm alarm, String state, Optional<String> fault, Duration rest) {
        return sql.update(
                        ANSWERED,
                        rest.toMillis(),
                        alarm.receiver(),
                        alarm.lease(),
                        state,
                        alarm.refusals() + (fault.isPresent() ? 1 : 0),
                        fault,
                        state,
                        alarm.number())
                > 0;
    }

    /// Notes that no answer came, and schedules a retry.
    public static void unanswered(Sql sql, ClaimedAlarm alarm, String fault, Duration rest) {
        sql.update(UNANSWERED, rest.toMillis(), alarm.receiver(), alarm.lease(), fault, alarm.number());
    }

    /// The receivers, with what is wrong with them.
    public static List<FailingReceiver> failing(Sql sql, Duration late) {
        return sql.list(
                FAILING,
                row -> new FailingReceiver(row.text("name"), row.flag("late"), row.flag("given_up")),
                late.toMillis());
    }

    /// Deletes old rows about no patient.
    ///
    /// @return how many
    static int removeBefore(Sql sql, Instant instant, int limit) {
        return sql.update(REMOVE, instant, limit);
    }
}
