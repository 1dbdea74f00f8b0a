package health.vigil.store;

import health.vigil.json.JsonColumn;
import health.vigil.json.JsonText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Stores subscriptions in FHIR. [SubscriptionEvents] numbers their events, and [SubscriptionQueue] hands these
/// to the couriers.
public final class FhirSubscriptions {
    private static final String ADD = """
            insert into fhir_subscription (id, owner, wards, topic, filters, patients, codes, priorities, filter_wards,
                reason, endpoint, headers, sealed, content, heartbeat_seconds, timeout_seconds, max_count, ends_at, base,
                status, version, created_at, changed_at, due_at)
            values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, clock_timestamp())
            """;

    /// Whoever changes it starts its deliveries anew, at the first event that was not delivered. Headers that are
    /// not sent again stay with their endpoint.
    private static final String CHANGE = """
            update fhir_subscription
            set wards = ?, filters = ?::jsonb, patients = ?, codes = ?, priorities = ?, filter_wards = ?, reason = ?,
                headers = case when ? then ? when endpoint = ? then headers end,
                sealed = case when ? then ? else sealed end,
                endpoint = ?, content = ?, heartbeat_seconds = ?, timeout_seconds = ?, max_count = ?, ends_at = ?,
                base = ?, status = ?, fault = null, version = version + 1, changed_at = ?, attempts = 0,
                failing_since = null, lease = null, due_at = clock_timestamp()
            where id = ? and removed_at is null
            """;

    private static final String REMOVE = """
            update fhir_subscription set removed_at = ?, removed_by = ?, status = 'off', headers = null, lease = null
            where id = ? and removed_at is null
            """;

    private static final String LOCK = "select * from fhir_subscription where id = ? for update";
    private static final String ONE = "select * from fhir_subscription where id = ?";

    private static final String LIST = """
            select * from fhir_subscription
            where removed_at is null and (?::text is null or owner = ?::text)
            order by created_at desc, id desc limit ?
            """;

    private static final String COUNT =
            "select count(*) as standing from fhir_subscription where owner = ? and removed_at is null";

    private FhirSubscriptions() {}

    /// What a client says about its subscription.
    ///
    /// @param filters as they were sent
    /// @param matching what they mean
    /// @param endpoint empty if it is told over a websocket
    /// @param content `empty`, `id-only` or `full-resource`
    public record SubscriptionTerms(
            List<String> filters,
            EventFilter matching,
            String reason,
            String endpoint,
            String content,
            OptionalInt heartbeat,
            OptionalInt timeout,
            OptionalInt maxCount,
            Optional<Instant> end) {
        public SubscriptionTerms {
            filters = List.copyOf(filters);
        }
    }

    /// Which events are told. An absent part does not limit them.
    ///
    /// @param wards keys of wards
    public record EventFilter(
            Optional<List<String>> patients,
            Optional<List<String>> codes,
            Optional<List<String>> priorities,
            Optional<List<String>> wards) {
        public static final EventFilter NONE =
                new EventFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// A stored subscription.
    ///
    /// @param topic `alert` or `grade`
    /// @param endpoint empty if it is told over a websocket
    /// @param status `requested`, `active`, `error` or `off`
    /// @param fault what went wrong last
    /// @param lastNumber the number of its last event
    public record StoredSubscription(
            UUID id,
            String owner,
            String topic,
            List<String> filters,
            String reason,
            String endpoint,
            String content,
            OptionalInt heartbeat,
            OptionalInt timeout,
            OptionalInt maxCount,
            Optional<Instant> end,
            String base,
            String status,
            Optional<String> fault,
            int version,
            Instant changedAt,
            boolean removed,
            long lastNumber,
            long deliveredNumber) {
        /// Whether its client connects to us, and not we to its receiver.
        public boolean overSocket() {
            return endpoint.isEmpty();
        }

        static StoredSubscription read(ResultRow row) {
            return new StoredSubscription(
                    row.uuid("id"),
                    row.text("owner"),
                    row.text("topic"),
                    JsonColumn.list(row.text("filters"), String.class),
                    row.text("reason"),
                    row.text("endpoint"),
                    row.text("content"),
                    whole(row, "heartbeat_seconds"),
                    whole(row, "timeout_seconds"),
                    whole(row, "max_count"),
                    row.optionalInstant("ends_at"),
                    row.text("base"),
                    row.text("status"),
                    row.optionalText("fault"),
                    Math.toIntExact(row.number("version")),
                    row.instant("changed_at"),
                    row.optionalInstant("removed_at").isPresent(),
                    row.number("last_number"),
                    row.number("delivered_number"));
        }

        private static OptionalInt whole(ResultRow row, String column) {
            return row.optionalNumber(column)
                    .map(number -> OptionalInt.of(Math.toIntExact(number)))
                    .orElseGet(OptionalInt::empty);
        }
    }

    /// Who makes or changes a subscription.
    ///
    /// @param wards the keys of the wards that the account may see; absent for every ward
    /// @param base the address of our service as the client used it
    public record Subscriber(String owner, Optional<Set<String>> wards, String base) {}

    /// Adds a subscription.
    ///
    /// @param headers the headers of each message, which are never given out
    /// @param status `requested` or `off`
    public static void add(
            Sql sql,
            UUID id,
            String topic,
            Subscriber subscriber,
            SubscriptionTerms terms,
            List<String> headers,
            String status,
            Instant at) {
        var seal = Seal.configured();
        sql.announce();
        sql.update(
                ADD,
                id,
                subscriber.owner(),
                subscriber.wards().map(FhirSubscriptions::texts),
                topic,
                json(terms.filters()),
                terms.matching().patients().map(FhirSubscriptions::texts),
                terms.matching().codes().map(FhirSubscriptions::texts),
                terms.matching().priorities().map(FhirSubscriptions::texts),
                terms.matching().wards().map(FhirSubscriptions::texts),
                terms.reason(),
                terms.endpoint(),
                sealed(headers, seal),
                seal.seals(),
                terms.content(),
                optional(terms.heartbeat()),
                optional(terms.timeout()),
                optional(terms.maxCount()),
                terms.end(),
                subscriber.base(),
                status,
                at,
                at);
    }

    /// Changes a subscription.
    ///
    /// @param headers if there are none, those of the same endpoint stay
    /// @param status `requested` or `off`
    public static void change(
            Sql sql,
            UUID id,
            Subscriber subscriber,
            SubscriptionTerms terms,
            List<String> headers,
            String status,
            Instant at) {
        var seal = Seal.configured();
        var given = !headers.isEmpty();
        sql.announce();
        sql.update(
                CHANGE,
                subscriber.wards().map(FhirSubscriptions::texts),
                json(terms.filters()),
                terms.matching().patients().map(FhirSubscriptions::texts),
                terms.matching().codes().map(FhirSubscriptions::texts),
                terms.matching().priorities().map(FhirSubscriptions::texts),
                terms.matching().wards().map(FhirSubscriptions::texts),
                terms.reason(),
                given,
                sealed(headers, seal),
                terms.endpoint(),
                given,
                seal.seals(),
                terms.endpoint(),
                terms.content(),
                optional(terms.heartbeat()),
                optional(terms.timeout()),
                optional(terms.maxCount()),
                terms.end(),
                subscriber.base(),
                status,
                at,
                id);
    }

    private static Optional<byte[]> sealed(List<String> headers, Seal seal) {
        return headers.isEmpty()
                ? Optional.empty()
                : Optional.of(seal.close(String.join("\n", headers).getBytes(UTF_8)));
    }

    /// The headers of each message as they are stored.
    public static final class StoredHeaders {
        private final Optional<byte[]> lines;
        private final boolean sealed;

        private StoredHeaders(Optional<byte[]> lines, boolean sealed) {
            this.lines = lines;
            this.sealed = sealed;
        }

        static StoredHeaders read(ResultRow row) {
            return new StoredHeaders(row.optionalBytes("headers"), row.flag("sealed"));
        }

        /// The headers, `name: value`.
        ///
        /// @throws IllegalStateException if no key opens them
        public List<String> open() {
            return lines.map(bytes -> new String(sealed ? Seal.configured().open(bytes) : bytes, UTF_8))
                    .map(text -> List.of(text.split("\n", -1)))
                    .orElse(List.of());
        }
    }

    private static String json(List<String> texts) {
        var array = JsonText.object().putArray("items");
        texts.forEach(array::add);
        return JsonText.of(array);
    }

    private static Column texts(Set<String> texts) {
        return texts(List.copyOf(texts));
    }

    private static Column texts(List<String> texts) {
        return Column.texts(texts, text -> text);
    }

    private static Optional<Integer> optional(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    /// Removes a subscription. Its events stay for as long as they are kept.
    public static void remove(Sql sql, UUID id, String by, Instant at) {
        sql.update(REMOVE, at, by, id);
    }

    public static Optional<StoredSubscription> one(Sql sql, UUID id) {
        return sql.first(ONE, StoredSubscription::read, id);
    }

    /// The subscription, which nobody else changes until the end of the transaction.
    public static Optional<StoredSubscription> locked(Sql sql, UUID id) {
        return sql.first(LOCK, StoredSubscription::read, id);
    }

    /// Subscriptions, the newest first.
    ///
    /// @param owner absent for those of every account
    public static List<StoredSubscription> list(Sql sql, Optional<String> owner, int most) {
        return sql.list(LIST, StoredSubscription::read, owner, owner, most);
    }

    /// How many subscriptions an account has.
    public static long count(Sql sql, String owner) {
        return sql.first(COUNT, row -> row.number("standing"), owner).orElse(0L);
    }
}
