package health.vigil.ingest.exchange;

import health.vigil.access.Role;
import health.vigil.access.User;
import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.MessageFormat;
import health.vigil.role.Job;
import health.vigil.role.Schedule;
import health.vigil.role.Worker;
import health.vigil.store.Database;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.ExchangeSenders;
import health.vigil.store.ExchangeSenders.SenderNews;
import health.vigil.store.ExchangeSenders.StatementCounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Notes in the database when each sender was heard and what became of its statements. The notes are collected in
/// memory for a few seconds, so that a message needs no statement more; a kill loses those of that time.
@ApplicationScoped
class SenderNotes implements Worker {
    private static final Logger LOG = Logger.getLogger(SenderNotes.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration SILENT_AFTER = Duration.ofMinutes(15);

    private final Database database;
    private final ExchangeSettings settings;
    private final Schedule schedule;
    private final Map<NotedFeed, SenderNews> news = new ConcurrentHashMap<>();
    private volatile boolean settingsApplied;

    SenderNotes(Database database, ExchangeSettings settings, Schedule schedule) {
        this.database = database;
        this.settings = settings;
        this.schedule = schedule;
    }

    private record NotedFeed(String sender, MessageFormat format) {}

    @Override
    public Job job() {
        return Job.SENDER_NOTES;
    }

    @Override
    public void start() {
        schedule.every(job(), PAUSE, this::write);
    }

    /// Writes what is left. Its callers have stopped by now.
    @Override
    public void stop() {
        schedule.end(job());
        write();
    }

    /// Notes that a sender sent something.
    void heard(User user, MessageFormat format) {
        add(user, format, StatementCounts.NONE, Optional.empty(), Optional.empty());
    }

    /// Notes that a sender sent something that is refused before it is a statement, or as a whole.
    void refused(User user, MessageFormat format) {
        add(user, format, new StatementCounts(0, 0, 0, 0, 1), Optional.empty(), Optional.empty());
    }

    /// Notes what became of statements.
    void count(User user, MessageFormat format, List<StatementOutcome> outcomes) {
        add(
                user,
                format,
                outcomes.stream().map(SenderNotes::counts).reduce(StatementCounts.NONE, StatementCounts::plus),
                now(outcomes.stream().filter(SenderNotes::isLate)),
                now(outcomes.stream()
                        .filter(outcome -> format == MessageFormat.HL7 && outcome.equals(demonstration()))));
    }

    private static Optional<Instant> now(Stream<StatementOutcome> found) {
        return found.findFirst().map(_ -> Instant.now());
    }

    private static boolean isLate(StatementOutcome outcome) {
        return outcome instanceof StatementOutcome.ForeignStatement(var reason, var _) && reason == ForeignReason.CLOCK;
    }

    private static StatementOutcome demonstration() {
        return new StatementOutcome.IgnoredStatement(IgnoredReason.TEST_DATA);
    }

    private static StatementCounts counts(StatementOutcome outcome) {
        return switch (outcome) {
            case StatementOutcome.TakenStatement taken ->
                taken.unchanged() ? new StatementCounts(0, 1, 0, 0, 0) : new StatementCounts(1, 0, 0, 0, 0);
            case StatementOutcome.IgnoredStatement _ -> new StatementCounts(0, 0, 1, 0, 0);
            case StatementOutcome.ForeignStatement _ -> new StatementCounts(0, 0, 0, 1, 0);
            case StatementOutcome.RefusedStatement _ -> new StatementCounts(0, 0, 0, 0, 1);
        };
    }

    private void add(
            User user,
            MessageFormat format,
            StatementCounts counts,
            Optional<Instant> lateClockAt,
            Optional<Instant> demoAt) {
        add(new SenderNews(user.username(), format, Instant.now(), silentAfter(user), counts, lateClockAt, demoAt));
    }

    private void add(SenderNews more) {
        news.merge(new NotedFeed(more.sender(), more.format()), more, SenderNotes::both);
    }

    /// The newer one says after which silence people are alarmed. What could not be written comes after what is
    /// newer.
    private static SenderNews both(SenderNews one, SenderNews other) {
        var newer = one.heardAt().isAfter(other.heardAt()) ? one : other;
        return new SenderNews(
                newer.sender(),
                newer.format(),
                newer.heardAt(),
                newer.silentAfter(),
                one.counts().plus(other.counts()),
                later(one.lateClockAt(), other.lateClockAt()),
                later(one.demoAt(), other.demoAt()));
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return Stream.concat(one.stream(), other.stream()).max(Comparator.naturalOrder());
    }

    /// A gateway of bedside devices is never silent for long; how often another system speaks nobody can know.
    private Optional<Duration> silentAfter(User user) {
        return Optional.ofNullable(settings.silentAfter().get(user.username()))
                .or(() -> user.role() == Role.DEVICE ? Optional.of(SILENT_AFTER) : Optional.empty())
                .filter(Duration::isPositive);
    }

    /// Writes what is new. A database that is away gets it later.
    void write() {
        try {
            applySettings();
            writeNews();
        } catch (DatabaseFailure away) {
            LOG.debugf("The notes about senders are written later: %s", away.getMessage());
        }
    }

    /// A sender that says nothing any more gets a changed setting, too.
    private void applySettings() {
        if (!settingsApplied) {
            var silences = settings.silentAfter().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            set -> Optional.of(set.getValue()).filter(Duration::isPositive)));
            if (!silences.isEmpty()) {
                database.execute(sql -> ExchangeSenders.setSilence(sql, silences));
            }
            settingsApplied = true;
        }
    }

    /// What cannot be written stays noted, whatever the fault.
    private void writeNews() {
        var taken = List.copyOf(news.keySet()).stream()
                .flatMap(feed -> Optional.ofNullable(news.remove(feed)).stream())
                .toList();
        if (taken.isEmpty()) {
            return;
        }
        var written = false;
        try {
            database.execute(sql -> ExchangeSenders.add(sql, taken));
            written = true;
        } finally {
            if (!written) {
                taken.forEach(this::add);
            }
        }
    }
}
