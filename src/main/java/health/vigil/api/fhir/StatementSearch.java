package health.vigil.api.fhir;

import health.vigil.access.CurrentUser;
import health.vigil.access.Role;
import health.vigil.fhirread.StatementReader;
import health.vigil.fhirread.StatementReader.ReadStatement;
import health.vigil.fhirread.StatementReader.ReadVersion;
import health.vigil.observation.Sender;
import health.vigil.store.FhirObservations.FhirRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/// Finds what another system wrote, by the id that it was told. The monitor stores a resource some time after its
/// sender was told that it is kept, so a read waits for it.
@ApplicationScoped
class StatementSearch {
    /// They grow, because most of what is not there yet is there soon.
    private static final List<Duration> PAUSES =
            Stream.of(100, 200, 400, 600, 700).map(Duration::ofMillis).toList();

    /// How long the rest of a version may take to arrive. Something that is missing later will not come by itself.
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    /// The most reads of a process that wait at a time. Others look once.
    private static final int MOST_WAITING = 50;

    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final StatementReader statements;
    private final ObservationSearch observations;
    private final CurrentUser user;

    StatementSearch(StatementReader statements, ObservationSearch observations, CurrentUser user) {
        this.statements = statements;
        this.observations = observations;
        this.user = user;
    }

    /// What a read finds.
    sealed interface StatementResult<T> {
        record Ready<T>(T what) implements StatementResult<T> {}

        /// A person has to decide about it first.
        record Waiting<T>() implements StatementResult<T> {}

        /// It is not there, not yet, or not for this user.
        record Missing<T>() implements StatementResult<T> {}
    }

    /// A version that the user may read.
    ///
    /// @param resource absent if the version withdraws the resource
    record FoundVersion(ReadVersion version, Optional<? extends Resource> resource) {
        int number() {
            return version.given().number();
        }

        /// Whether all of it is there. The number of a version of which a part is missing proves nothing.
        boolean isComplete() {
            return version.given().status().isPresent();
        }

        /// The patients whom it is about.
        Stream<String> subjects() {
            return version.rows().stream().map(row -> row.subject().value());
        }

        private boolean isSettled() {
            return isComplete() || version.given().receivedAt().plus(ON_ITS_WAY).isBefore(Instant.now());
        }
    }

    /// The version that stands.
    StatementResult<FoundVersion> current(String type, String id) {
        return one(new StatementQuery(type, id, 0), ReadVersion::stands);
    }

    StatementResult<FoundVersion> version(String type, String id, int number) {
        return one(
                new StatementQuery(type, id, number), version -> version.given().number() == number);
    }

    /// The versions that the user may read, the one that stands first, then the newest.
    StatementResult<List<FoundVersion>> history(String type, String id) {
        return awaited(
                new StatementQuery(type, id, 0),
                statement -> {
                    var found = readable(type, statement, _ -> true);
                    return Optional.of(found).filter(all -> !all.isEmpty());
                },
                _ -> true);
    }

    private StatementResult<FoundVersion> one(StatementQuery query, Predicate<ReadVersion> wanted) {
        return awaited(
                query,
                statement -> readable(query.type(), statement, wanted).stream().findFirst(),
                FoundVersion::isSettled);
    }

    /// @param version a version that is wanted, however old it is; 0 for none
    private record StatementQuery(String type, String id, int version) {}

    /// Waits for what is not there, and for the rest of what has arrived in part. For a user who may not see it,
    /// nothing differs from what does not exist.
    private <T> StatementResult<T> awaited(
            StatementQuery query, Function<ReadStatement, Optional<T>> choice, Predicate<T> settled) {
        if (user.role() == Role.DASHBOARD) {
            return new StatementResult.Missing<>();
        }
        var found = look(query, choice);
        if (!mayChange(found, settled) || !waiting.tryAcquire()) {
            return found;
        }
        try {
            for (var pause : PAUSES) {
                Thread.sleep(pause);
                found = look(query, choice);
                if (!mayChange(found, settled)) {
                    return found;
                }
            }
            return found;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return found;
        } finally {
            waiting.release();
        }
    }

    private static <T> boolean mayChange(StatementResult<T> found, Predicate<T> settled) {
        return switch (found) {
            case StatementResult.Ready<T>(var what) -> !settled.test(what);
            case StatementResult.Waiting<T> _ -> false;
            case StatementResult.Missing<T> _ -> true;
        };
    }

    private <T> StatementResult<T> look(StatementQuery query, Function<ReadStatement, Optional<T>> choice) {
        var stored = statements.read(query.type(), query.id(), query.version());
        var found = stored.flatMap(choice);
        if (found.isPresent()) {
            return new StatementResult.Ready<>(found.get());
        }
        return stored.filter(this::mayKnowThatItWaits).isPresent() || mayKnowThatOneWaits(query)
                ? new StatementResult.Waiting<>()
                : new StatementResult.Missing<>();
    }

    /// Its sender alone learns that it waits.
    private boolean mayKnowThatItWaits(ReadStatement statement) {
        return statement.waits() && isOwn(statement.sender());
    }

    private boolean mayKnowThatOneWaits(StatementQuery query) {
        return statements.waiting(query.id()).filter(this::isOwn).isPresent();
    }

    private boolean isOwn(Sender sender) {
        return user.username().equals(sender.name());
    }

    /// The wanted versions that the user may read. Only these are judged, so only their patients are shown.
    private List<FoundVersion> readable(String type, ReadStatement statement, Predicate<ReadVersion> wanted) {
        var mayRead = judgedOnce();
        return statement.versions().stream()
                .filter(wanted)
                .filter(version -> mayRead(statement, version, mayRead))
                .map(version -> new FoundVersion(version, version.resource(type)))
                .filter(found -> found.version().withdraws() || found.resource().isPresent())
                .toList();
    }

    /// Whoever may read what a version withdrew may read the withdrawal. Of a withdrawal that came before everything
    /// else only its sender learns.
    private boolean mayRead(ReadStatement statement, ReadVersion version, Predicate<FhirRow> mayRead) {
        var judged = version.withdraws() ? before(statement, version) : Optional.of(version);
        return judged.map(one -> !one.rows().isEmpty() && one.rows().stream().allMatch(mayRead))
                .orElseGet(() -> isOwn(statement.sender()));
    }

    /// The newest version before another one that has rows.
    private static Optional<ReadVersion> before(ReadStatement statement, ReadVersion other) {
        return statement.versions().stream()
                .filter(version -> version.given().number() < other.given().number())
                .filter(version -> !version.rows().isEmpty())
                .max(Comparator.comparingInt(version -> version.given().number()));
    }

    /// Versions have many rows of one patient and time.
    private Predicate<FhirRow> judgedOnce() {
        var judged = new HashMap<List<Object>, Boolean>();
        return row -> judged.computeIfAbsent(
                List.of(row.observation().patientId(), row.observation().effectiveAt(), row.enteredBy()),
                _ -> observations.mayRead(row));
    }
}
