package health.vigil.fhirread;

import health.vigil.exchange.SourceKey;
import health.vigil.exchange.StatementStatus;
import health.vigil.fhirview.GivenObservation;
import health.vigil.fhirview.GivenObservation.RetractionNote;
import health.vigil.fhirview.GivenVersion;
import health.vigil.fhirview.ResourceIds;
import health.vigil.fhirview.StatementResources;
import health.vigil.observation.ObservationId;
import health.vigil.observation.Sender;
import health.vigil.store.Database;
import health.vigil.store.FhirObservations;
import health.vigil.store.FhirObservations.FhirRow;
import health.vigil.store.Quarantine;
import health.vigil.store.SourceEntries.RevisionPart;
import health.vigil.store.SourceEntries.StoredRevision;
import health.vigil.store.SourceHistories;
import health.vigil.store.SourceHistories.SourceHistory;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/// Reads what another system reported under one identity, version by version.
@ApplicationScoped
public class StatementReader {
    /// The most versions that are read at a time.
    public static final int MOST_VERSIONS = SourceHistories.MOST_REVISIONS;

    private static final String OTHERWISE = "Its sender reported otherwise";

    private final Database database;

    StatementReader(Database database) {
        this.database = database;
    }

    /// A statement.
    ///
    /// @param waits whether an observation of the version that stands waits in quarantine
    /// @param versions the one that stands first, then the newest
    public record ReadStatement(Sender sender, boolean waits, List<ReadVersion> versions) {}

    /// A version with the rows that it consists of.
    ///
    /// @param stands whether it is the version that stands
    /// @param withdraws whether it withdraws what was reported before
    public record ReadVersion(GivenVersion given, boolean stands, boolean withdraws, List<FhirRow> rows) {
        /// The resource of a type; absent if the version withdraws it.
        public Optional<? extends Resource> resource(String type) {
            return withdraws ? Optional.empty() : StatementResources.of(type, given);
        }

        /// Whether all of it is stored, and nothing of it changed since without another version: no person has
        /// retracted it, and its patient still has the same number.
        public boolean isUnchanged() {
            return given.status().isPresent()
                    && given.observations().stream()
                            .noneMatch(one -> one.withdrawal().isPresent())
                    && rows.stream()
                            .allMatch(row ->
                                    row.subject().equals(row.observation().patientId()));
        }
    }

    /// Whether an id is one that a sender was told when it wrote a resource.
    public static boolean isStatementId(String id) {
        return SourceKey.digits(id).isPresent();
    }

    /// The statement with an id.
    ///
    /// @param type the type of its resource
    /// @param asked the number of a version that is wanted, however old it is; 0 for none
    public Optional<ReadStatement> read(String type, String id, int asked) {
        return SourceKey.digits(id)
                .flatMap(digits -> database.read(sql ->
                        SourceHistories.of(sql, type, digits, asked).map(history -> statement(sql, id, history))));
    }

    /// Who sent a statement of which a part waits in quarantine.
    public Optional<Sender> waiting(String id) {
        return SourceKey.digits(id).flatMap(digits -> database.read(sql -> SourceHistories.waiting(sql, digits)));
    }

    private static ReadStatement statement(Sql sql, String id, SourceHistory history) {
        var ids = history.revisions().stream()
                .flatMap(revision -> observations(revision, history.sender()))
                .collect(Collectors.toSet());
        var rows = new HashMap<ObservationId, FhirRow>();
        FhirObservations.ofKeys(sql, ids.stream().map(ResourceIds::key).toList())
                .forEach(row -> rows.putIfAbsent(row.observation().id(), row));
        var standing = history.revisions().stream()
                .filter(revision -> revision.revision() == history.standing())
                .findFirst();
        var stored = new StoredStatement(id, history, standing, rows);
        return new ReadStatement(
                history.sender(),
                waits(sql, stored),
                history.revisions().stream().map(stored::version).toList());
    }

    private static boolean waits(Sql sql, StoredStatement stored) {
        var missing = new HashSet<>(stored.standingIds());
        missing.removeAll(stored.rows().keySet());
        return !Quarantine.unapplied(sql, missing).waiting().isEmpty();
    }

    private static Stream<ObservationId> observations(StoredRevision revision, Sender sender) {
        return revision.parts().values().stream()
                .flatMap(part -> part.observation().stream())
                .map(id -> new ObservationId(sender, id));
    }

    private record StoredStatement(
            String id, SourceHistory history, Optional<StoredRevision> standing, Map<ObservationId, FhirRow> rows) {
        Set<ObservationId> standingIds() {
            return standing.stream()
                    .flatMap(revision -> observations(revision, history.sender()))
                    .collect(Collectors.toSet());
        }

        ReadVersion version(StoredRevision revision) {
            var found = observations(revision, history.sender())
                    .sorted()
                    .flatMap(observation -> Stream.ofNullable(rows.get(observation)))
                    .toList();
            var stands = revision.revision() == history.standing();
            return new ReadVersion(
                    new GivenVersion(
                            id,
                            history.businessId().sentIdentifier(),
                            revision.revision(),
                            revision.report().receivedAt(),
                            status(revision, found),
                            stands ? found.stream().map(ChartReader::given).toList() : replaced(found)),
                    stands,
                    revision.report().isWithdrawal(),
                    found);
        }

        /// A part can also be taken into quarantine after it had arrived.
        private Optional<StatementStatus> status(StoredRevision revision, List<FhirRow> found) {
            var ids = observations(revision, history.sender()).count();
            return revision.parts().values().stream().allMatch(StoredStatement::isApplied) && found.size() == ids
                    ? Optional.of(revision.report().status())
                    : Optional.empty();
        }

        private static boolean isApplied(RevisionPart part) {
            return part.standingHash().equals(Optional.of(part.hash()));
        }

        /// A version that was replaced has a value only if all of it stands in the version that replaced it. This
        /// holds already before the rows are retracted, which another partition does for another patient.
        private List<GivenObservation> replaced(List<FhirRow> found) {
            var standingIds = standingIds();
            var given = found.stream().map(ChartReader::given).toList();
            var stands = given.stream()
                    .allMatch(one -> one.withdrawal().isEmpty()
                            && standingIds.contains(one.observation().id()));
            return stands ? given : given.stream().map(this::withdrawn).toList();
        }

        private GivenObservation withdrawn(GivenObservation given) {
            var at = standing.map(revision -> revision.report().receivedAt()).orElse(Instant.EPOCH);
            return given.withdrawn(
                    given.withdrawal().or(() -> Optional.of(new RetractionNote(at, Optional.of(OTHERWISE)))));
        }
    }
}
