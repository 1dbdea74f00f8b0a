package health.vigil.ingest;

import health.vigil.access.User;
import health.vigil.intake.Submission;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// Asks the database what it knows about a body's observations. Without it observations are still taken in: the monitor
/// finds repeats and patients by itself.
@ApplicationScoped
class Lookup {
    private static final Logger LOG = Logger.getLogger(Lookup.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int SILENCE_MILLIS = 2000;

    private final DataSource database;
    private final IntakeSettings settings;
    private volatile boolean away;
    private volatile long awaySince;

    Lookup(DataSource database, IntakeSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    PriorKnowledge about(List<Submission> submissions, User user) {
        if (submissions.isEmpty() || restsAfterFailure()) {
            return unknown(user);
        }
        try (var connection = database.getConnection()) {
            var known = askInTime(submissions, user, connection);
            away = false;
            return known;
        } catch (SQLException unreachable) {
            awaySince = System.nanoTime();
            away = true;
            LOG.warnf("Observations are taken in without a lookup: SQL state %s", unreachable.getSQLState());
            return unknown(user);
        }
    }

    private boolean restsAfterFailure() {
        return away && System.nanoTime() - awaySince < PAUSE_NANOS;
    }

    /// Whoever may only enter for certain wards cannot be let in without knowing the patient's.
    private PriorKnowledge unknown(User user) {
        if (user.wards().only().isPresent()) {
            throw ProblemException.unavailable(
                    "It cannot be found out now which ward the patients are in", settings.retryAfter());
        }
        return PriorKnowledge.NOTHING;
    }

    /// One that does not answer cannot be told to stop either: its connection is given up.
    private static PriorKnowledge askInTime(List<Submission> submissions, User user, Connection connection)
            throws SQLException {
        int usual = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
        try {
            return ask(submissions, user, connection);
        } finally {
            if (!connection.isClosed()) {
                connection.setNetworkTimeout(Runnable::run, usual);
            }
        }
    }

    private static PriorKnowledge ask(List<Submission> submissions, User user, Connection connection)
            throws SQLException {
        var identities = PriorKnowledgeQueries.identities(submissions, connection);
        var patients = PriorKnowledgeQueries.patients(submissions, connection);
        var withoutEpisodes = new PriorKnowledge(identities, patients, Map.of(), Set.of(), Map.of(), Map.of());
        var named = submissions.stream()
                .flatMap(submission -> withoutEpisodes.patient(submission).stream())
                .distinct()
                .toList();
        var infusions = PriorKnowledgeQueries.firstInfusions(named, connection);
        Map<PatientId, PriorKnowledge.PriorWard> wards = user.wards().only().isEmpty()
                ? Map.of()
                : PriorKnowledgeQueries.wards(named, user.username(), connection);
        var neverStarted = PriorKnowledgeQueries.neverStarted(submissions, withoutEpisodes, connection);
        var numbers = Stream.concat(
                        named.stream(),
                        identities.values().stream().flatMap(List::stream).flatMap(known -> known.patient().stream()))
                .distinct()
                .toList();
        var merged = PriorKnowledgeQueries.merged(numbers, connection);
        return new PriorKnowledge(identities, patients, infusions, neverStarted, merged, wards);
    }
}
