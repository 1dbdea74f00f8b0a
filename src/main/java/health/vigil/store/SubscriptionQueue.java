package health.vigil.store;

import health.vigil.observation.Word;
import health.vigil.store.FhirSubscriptions.StoredHeaders;
import health.vigil.store.FhirSubscriptions.StoredSubscription;
import health.vigil.store.SubscriptionEvents.NumberedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The queue of notifications. One courier claims a subscription, sends one message, and settles it; if the
/// courier dies, another one takes over. So a subscription has one message under way, and its events stay in
/// order.
///
/// A subscription without an endpoint is told over a websocket. Its lease is the connection that it is bound to: it
/// stands until another connection takes the subscription, or until the subscription is changed or ends.
public final class SubscriptionQueue {
    private static final int USUAL_COUNT = 10;

    private static final String END = """
            update fhir_subscription set status = 'off', fault = null, lease = null
            where removed_at is null and status <> 'off' and ends_at <= clock_timestamp()
            """;

    /// Whoever gets a name again later does not get what waits for its former owner.
    private static final String END_OF_REVOKED = """
            update fhir_subscription s set status = 'off', fault = 'its account was revoked', lease = null
            from account a
            where a.username = s.owner and a.revoked_at is not null and s.removed_at is null and s.status <> 'off'
            """;

    private static final String NEXT = """
            select * from fhir_subscription
            where removed_at is null and due_at <= clock_timestamp() and (status = 'requested' or status = 'active' and (
                last_number > delivered_number
                or told_at + heartbeat_seconds * interval '1 second' <= clock_timestamp()))
                and owner <> all(?)
                and case when endpoint = '' then coalesce(lease = any(?::uuid[]), false) else ? end
            order by due_at limit 1 for update skip locked
            """;

    private static final String CLAIM = """
            update fhir_subscription set lease = ?, due_at = clock_timestamp() + ? * interval '1 millisecond' where id = ?
            """;

    private static final String DUE = """
            select min(greatest(due_at, case
                when status = 'active' and last_number = delivered_number
                    then told_at + heartbeat_seconds * interval '1 second'
                else due_at end)) as due, clock_timestamp() as now
            from fhir_subscription
            where removed_at is null and (status = 'requested' or status = 'active'
                and (last_number > delivered_number or heartbeat_seconds is not null))
                and case when endpoint = '' then coalesce(lease = any(?::uuid[]), false) else ? end
            """;

    private static final String DELIVERED = """
            with accepted as (
                update fhir_subscription
                set status = 'active', fault = null, started_at = coalesce(started_at, clock_timestamp()),
                    delivered_number = greatest(delivered_number, ?), attempts = 0, failing_since = null,
                    told_at = clock_timestamp(), due_at = clock_timestamp(),
                    lease = case when endpoint = '' then lease end
                where id = ? and lease = ? returning id)
            update fhir_event set delivered_at = clock_timestamp()
            where subscription_id in (select id from accepted) and number = any(?::bigint[]) and delivered_at is null
            """;

    private static final String FAILED = """
            update fhir_subscription
            set fault = ?, attempts = attempts + 1, failing_since = coalesce(failing_since, clock_timestamp()),
                status = case when failing_since <= clock_timestamp() - ? * interval '1 millisecond'
                    then 'error' else status end,
                due_at = clock_timestamp() + ? * interval '1 millisecond', lease = null
            where id = ? and lease = ?
            """;

    private static final String FAILING = """
            select id, status = 'error' as given_up from fhir_subscription
            where removed_at is null and (status = 'error'
                or failing_since <= clock_timestamp() - ? * interval '1 millisecond')
            """;

    private static final String OLDEST = """
            select extract(epoch from clock_timestamp() - min(f.at))::bigint as seconds
            from fhir_subscription s
                join fhir_event f on f.subscription_id = s.id and f.number > s.delivered_number
            where s.removed_at is null and s.status = 'active' and s.endpoint <> ''
            """;

    private SubscriptionQueue() {}

    /// What a message is for.
    public enum NoticeType implements Word {
        /// Asks whether the receiver is there.
        HANDSHAKE,
        /// Says that the service is there.
        HEARTBEAT,
        /// Tells events.
        EVENT_NOTIFICATION
    }

    /// A message to send.
    ///
    /// @param attempts failed attempts before this one
    /// @param events in order; empty for a handshake and a heartbeat, and if nothing that waited may be told any
    ///     more
    /// @param upTo the number that counts as delivered afterwards
    public record ClaimedNotice(
            StoredSubscription subscription,
            UUID lease,
            NoticeType type,
            StoredHeaders headers,
            int attempts,
            List<NumberedEvent> events,
            long upTo) {}

    /// Whose messages a courier takes.
    public sealed interface QueueShare {
        /// Those of the receivers that we connect to.
        record ToEndpoints() implements QueueShare {}

        /// Those of the connections to this process.
        ///
        /// @param leases of the subscriptions that are bound to them
        record ToSockets(List<UUID> leases) implements QueueShare {
            public ToSockets {
                leases = List.copyOf(leases);
            }
        }

        /// Whether nobody is there to be told.
        default boolean nobody() {
            return switch (this) {
                case ToEndpoints _ -> false;
                case ToSockets(var leases) -> leases.isEmpty();
            };
        }

        private Column leases() {
            return switch (this) {
                case ToEndpoints _ -> uuids(List.of());
                case ToSockets(var leases) -> uuids(leases);
            };
        }

        private boolean endpoints() {
            return this instanceof ToEndpoints;
        }
    }

    private record Candidate(
            StoredSubscription subscription, StoredHeaders headers, int attempts, Optional<UUID> connection) {}

    /// Claims the next message that is due.
    ///
    /// @param busy accounts that must wait
    /// @param lease how long no other courier claims the subscription
    public static Optional<ClaimedNotice> take(Sql sql, QueueShare share, List<String> busy, Duration lease) {
        end(sql);
        return sql.first(
                        NEXT,
                        row -> new Candidate(
                                StoredSubscription.read(row),
                                StoredHeaders.read(row),
                                Math.toIntExact(row.number("attempts")),
                                share.endpoints() ? Optional.empty() : Optional.of(row.uuid("lease"))),
                        Column.texts(busy, owner -> owner),
                        share.leases(),
                        share.endpoints())
                .map(candidate -> claim(sql, candidate, lease));
    }

    /// Ends the subscriptions whose time or account has ended.
    static void end(Sql sql) {
        sql.update(END);
        sql.update(END_OF_REVOKED);
    }

    private static ClaimedNotice claim(Sql sql, Candidate candidate, Duration lease) {
        var token = candidate.connection.orElseGet(UUID::randomUUID);
        var subscription = candidate.subscription;
        sql.update(CLAIM, token, lease.toMillis(), subscription.id());
        var type = type(subscription);
        var most = subscription.maxCount().orElse(USUAL_COUNT);
        var events = type == NoticeType.EVENT_NOTIFICATION
                ? SubscriptionEvents.visible(
                        sql, subscription.id(), subscription.deliveredNumber() + 1, subscription.lastNumber(), most)
                : List.<NumberedEvent>of();
        return new ClaimedNotice(
                subscription,
                token,
                type,
                candidate.headers,
                candidate.attempts,
                events,
                type == NoticeType.EVENT_NOTIFICATION
                        ? upTo(subscription, events, most)
                        : subscription.deliveredNumber());
    }

    private static NoticeType type(StoredSubscription subscription) {
        if (subscription.status().equals("requested")) {
            return NoticeType.HANDSHAKE;
        }
        return subscription.lastNumber() > subscription.deliveredNumber()
                ? NoticeType.EVENT_NOTIFICATION
                : NoticeType.HEARTBEAT;
    }

    /// Numbers that are not told, because the row was deleted or the right has ended, count as delivered with
    /// those before them.
    private static long upTo(StoredSubscription subscription, List<NumberedEvent> events, int most) {
        return events.size() < most
                ? subscription.lastNumber()
                : events.getLast().number();
    }

    /// The time until the next message is due; absent if none is to come.
    public static Optional<Duration> nextDue(Sql sql, QueueShare share) {
        return sql.first(
                        DUE,
                        row -> row.optionalInstant("due").map(due -> Duration.between(row.instant("now"), due)),
                        share.leases(),
                        share.endpoints())
                .flatMap(due -> due);
    }

    /// Notes that the receiver accepted a message, unless the subscription was changed meanwhile.
    public static void delivered(Sql sql, ClaimedNotice notice) {
        sql.update(
                DELIVERED,
                notice.upTo(),
                notice.subscription().id(),
                notice.lease(),
                Column.of("bigint", notice.events(), NumberedEvent::number));
    }

    /// A failed attempt.
    public record NoticeFailure(String fault, Duration rest, Duration giveUpAfter) {}

    /// Schedules a retry. A subscription that has failed for long enough is in error: it is not tried again before
    /// its client asks for it.
    public static void failed(Sql sql, ClaimedNotice notice, NoticeFailure failure) {
        sql.update(
                FAILED,
                failure.fault(),
                failure.giveUpAfter().toMillis(),
                failure.rest().toMillis(),
                notice.subscription().id(),
                notice.lease());
    }

    /// A subscription whose messages fail.
    ///
    /// @param givenUp whether it is in error; else it is retried
    public record FailingSubscription(UUID id, boolean givenUp) {}

    /// Subscriptions in error, and those that have failed for this long.
    public static List<FailingSubscription> failing(Sql sql, Duration late) {
        return sql.list(FAILING, row -> new FailingSubscription(row.uuid("id"), row.flag("given_up")), late.toMillis());
    }

    private static Column uuids(List<UUID> ids) {
        return Column.of("uuid", ids, id -> id);
    }

    /// How long the oldest event of an active subscription waits that its receiver did not accept; 0 if there is none.
    /// A client that has to connect itself may be away for as long as it likes.
    public static long oldestSeconds(Sql sql) {
        return sql.first(OLDEST, row -> row.optionalNumber("seconds").orElse(0L))
                .orElse(0L);
    }
}
