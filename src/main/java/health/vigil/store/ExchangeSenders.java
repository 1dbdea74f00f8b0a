package health.vigil.store;

import health.vigil.exchange.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The systems that send messages: when each was last heard, and what became of what it said. Ingest writes them.
public final class ExchangeSenders {
    private static final String ADD = """
            insert into exchange_sender as s (sender, format, first_heard_at, heard_at, silent_after_seconds, taken,
                duplicate, ignored, unread, refused, late_clock_at, demo_at)
            select n.sender, n.format, n.heard_at, n.heard_at, n.silent_after, n.taken, n.duplicate, n.ignored, n.unread,
                n.refused, n.late_clock_at, n.demo_at
            from unnest(?::text[], ?::text[], ?::timestamptz[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                    ?::bigint[], ?::bigint[], ?::timestamptz[], ?::timestamptz[])
                as n (sender, format, heard_at, silent_after, taken, duplicate, ignored, unread, refused, late_clock_at,
                    demo_at)
            order by n.sender, n.format
            on conflict (sender, format) do update set
                heard_at = greatest(s.heard_at, excluded.heard_at),
                silent_after_seconds = excluded.silent_after_seconds,
                taken = s.taken + excluded.taken,
                duplicate = s.duplicate + excluded.duplicate,
                ignored = s.ignored + excluded.ignored,
                unread = s.unread + excluded.unread,
                refused = s.refused + excluded.refused,
                late_clock_at = greatest(s.late_clock_at, excluded.late_clock_at),
                demo_at = greatest(s.demo_at, excluded.demo_at)
            """;

    private static final String ALL = """
            select sender, format, first_heard_at, heard_at, silent_after_seconds, taken, duplicate, ignored, unread,
                refused, late_clock_at, demo_at,
                coalesce(heard_at < clock_timestamp() - silent_after_seconds * interval '1 second', false) as silent
            from exchange_sender
            order by sender, format
            """;

    private static final String FAULTY = """
            select sender, coalesce(late_clock_at >= ?, false) as late_clock, coalesce(demo_at >= ?, false) as demo
            from exchange_sender
            where late_clock_at >= ? or demo_at >= ?
            order by sender, format
            """;

    private static final String AWAITED = """
            select sender, format,
                heard_at < clock_timestamp() - silent_after_seconds * interval '1 second' as silent
            from exchange_sender
            where silent_after_seconds is not null and heard_at > clock_timestamp() - interval '1 day'
                - silent_after_seconds * interval '1 second'
            order by sender, format
            """;

    private static final String SET_SILENCE = """
            update exchange_sender s set silent_after_seconds = n.silent_after
            from unnest(?::text[], ?::bigint[]) as n (sender, silent_after)
            where s.sender = n.sender and s.silent_after_seconds is distinct from n.silent_after
            """;

    private ExchangeSenders() {}

    /// How many statements of a sender had each outcome.
    ///
    /// @param unread those that a person must read
    public record StatementCounts(long taken, long duplicate, long ignored, long unread, long refused) {
        public static final StatementCounts NONE = new StatementCounts(0, 0, 0, 0, 0);

        public StatementCounts plus(StatementCounts other) {
            return new StatementCounts(
                    taken + other.taken,
                    duplicate + other.duplicate,
                    ignored + other.ignored,
                    unread + other.unread,
                    refused + other.refused);
        }
    }

    /// What is new about a sender.
    ///
    /// @param silentAfter after which silence people are alarmed; absent: never
    /// @param lateClockAt when a reading came whose clock is too late
    /// @param demoAt when a reading came that is marked as a demonstration
    public record SenderNews(
            String sender,
            MessageFormat format,
            Instant heardAt,
            Optional<Duration> silentAfter,
            StatementCounts counts,
            Optional<Instant> lateClockAt,
            Optional<Instant> demoAt) {}

    /// A sender.
    ///
    /// @param silent whether it has been silent for too long
    public record KnownSender(
            String sender,
            String format,
            Instant firstHeardAt,
            Instant heardAt,
            Optional<Long> silentAfterSeconds,
            StatementCounts counts,
            Optional<Instant> lateClockAt,
            Optional<Instant> demoAt,
            boolean silent) {
        private static KnownSender read(ResultRow row) {
            return new KnownSender(
                    row.text("sender"),
                    row.text("format"),
                    row.instant("first_heard_at"),
                    row.instant("heard_at"),
                    row.optionalNumber("silent_after_seconds"),
                    new StatementCounts(
                            row.number("taken"),
                            row.number("duplicate"),
                            row.number("ignored"),
                            row.number("unread"),
                            row.number("refused")),
                    row.optionalInstant("late_clock_at"),
                    row.optionalInstant("demo_at"),
                    row.flag("silent"));
        }
    }

    /// A sender with readings that show a fault at the bedside.
    public record FaultyFeed(String sender, boolean lateClock, boolean demo) {}

    /// A sender whose silence matters.
    public record AwaitedSender(String sender, String format, boolean silent) {}

    /// Adds what is new.
    public static void add(Sql sql, List<SenderNews> news) {
        if (!news.isEmpty()) {
            sql.update(
                    ADD,
                    Column.texts(news, SenderNews::sender),
                    Column.texts(news, each -> each.format().word()),
                    Column.of("timestamptz", news, SenderNews::heardAt),
                    Column.of("bigint", news, each -> each.silentAfter().map(Duration::toSeconds)),
                    Column.of("bigint", news, each -> each.counts().taken()),
                    Column.of("bigint", news, each -> each.counts().duplicate()),
                    Column.of("bigint", news, each -> each.counts().ignored()),
                    Column.of("bigint", news, each -> each.counts().unread()),
                    Column.of("bigint", news, each -> each.counts().refused()),
                    Column.of("timestamptz", news, SenderNews::lateClockAt),
                    Column.of("timestamptz", news, SenderNews::demoAt));
        }
    }

    /// Sets after which silence of some senders people are alarmed, also of senders that say nothing any more.
    ///
    /// @param silences by sender; empty: never
    public static void setSilence(Sql sql, Map<String, Optional<Duration>> silences) {
        var rows = List.copyOf(silences.entrySet());
        if (!rows.isEmpty()) {
            sql.update(
                    SET_SILENCE,
                    Column.texts(rows, Map.Entry::getKey),
                    Column.of("bigint", rows, row -> row.getValue().map(Duration::toSeconds)));
        }
    }

    public static List<KnownSender> all(Sql sql) {
        return sql.list(ALL, KnownSender::read);
    }

    /// The senders with a fault at the bedside since a time.
    public static List<FaultyFeed> faulty(Sql sql, Instant since) {
        return sql.list(
                FAULTY,
                row -> new FaultyFeed(row.text("sender"), row.flag("late_clock"), row.flag("demo")),
                since,
                since,
                since,
                since);
    }

    /// The senders whose silence matters. One that was silent for a day longer than it may be was taken out of
    /// service.
    public static List<AwaitedSender> awaited(Sql sql) {
        return sql.list(AWAITED, row -> new AwaitedSender(row.text("sender"), row.text("format"), row.flag("silent")));
    }
}
