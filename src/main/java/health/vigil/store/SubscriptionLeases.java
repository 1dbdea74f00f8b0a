package health.vigil.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Which subscriptions are bound to connections of websockets. The lease names the connection.
public final class SubscriptionLeases {
    /// The status lets the couriers begin with a handshake. Events count from now on, because a client that has got
    /// the handshake relies on it.
    private static final String BIND = """
            update fhir_subscription
            set lease = ?, wards = ?, status = 'requested', fault = null, attempts = 0, failing_since = null,
                started_at = coalesce(started_at, clock_timestamp()), due_at = clock_timestamp()
            where id = ? and owner = ? and endpoint = '' and removed_at is null and status <> 'off'
            """;

    private static final String UNBIND = """
            update fhir_subscription set lease = null where id = any(?::uuid[]) and lease = any(?::uuid[]) and endpoint = ''
            """;

    private static final String BOUND = """
            select lease from fhir_subscription where id = any(?::uuid[]) and lease = any(?::uuid[]) and endpoint = ''
            """;

    private SubscriptionLeases() {}

    /// Binds a subscription to a connection, which gets a handshake and then the events that were not delivered. A
    /// connection that had it before loses it.
    ///
    /// @param wards the keys of the wards that the account sees now; absent for every ward
    /// @return false if the account has no such subscription that is told over a websocket
    public static boolean bind(Sql sql, UUID subscription, String owner, Optional<Set<String>> wards, UUID lease) {
        sql.announce();
        return sql.update(
                        BIND,
                        lease,
                        wards.map(keys -> Column.texts(List.copyOf(keys), key -> key)),
                        subscription,
                        owner)
                > 0;
    }

    /// A subscription that is bound to a connection.
    public record BoundLease(UUID subscription, UUID lease) {}

    /// Notes that connections are gone.
    public static void unbind(Sql sql, List<BoundLease> gone) {
        sql.update(
                UNBIND, Column.of("uuid", gone, BoundLease::subscription), Column.of("uuid", gone, BoundLease::lease));
    }

    /// The leases among these that still stand.
    public static Set<UUID> bound(Sql sql, List<BoundLease> known) {
        SubscriptionQueue.end(sql);
        return Set.copyOf(sql.list(
                BOUND,
                row -> row.uuid("lease"),
                Column.of("uuid", known, BoundLease::subscription),
                Column.of("uuid", known, BoundLease::lease)));
    }
}
