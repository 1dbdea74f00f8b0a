package health.vigil.ingest.fhir;

import health.vigil.access.Role;
import health.vigil.access.User;
import health.vigil.exchange.BusinessId;
import health.vigil.exchange.Fate;
import health.vigil.exchange.SourceKey;
import health.vigil.exchange.Statement;
import health.vigil.exchange.StatementStatus;
import health.vigil.fhir.FhirResult;
import health.vigil.fhir.KnownIds;
import health.vigil.fhir.ResourceWrite;
import health.vigil.ingest.Arrival;
import health.vigil.ingest.exchange.SentStatement;
import health.vigil.ingest.fhir.EntryAnswer.WrittenVersion;
import health.vigil.intake.Subject;
import health.vigil.problem.OutcomeIssue;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.SourceEntries.KnownSource;
import health.vigil.store.SourceEntries.PutId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides what is to be done with each resource of a request, before anything is sent. Preconditions are checked
/// here.
final class TaskPlan {
    private static final String LOGICAL_ID = "[A-Za-z0-9.-]{1,64}";

    private final RequestSources sources;
    private final Arrival arrival;

    TaskPlan(RequestSources sources, Arrival arrival) {
        this.sources = sources;
        this.arrival = arrival;
    }

    /// The key that must be known to plan a write.
    ///
    /// @param update whether it is a PUT
    /// @param expects whether a version is expected
    static Optional<SourceKey> asked(ResourceWrite write, FhirResult result, boolean update, boolean expects) {
        var asks = expects || (!update && write.condition().isPresent());
        return asks && result instanceof FhirResult.OfStatements(var key, var _) ? Optional.of(key) : Optional.empty();
    }

    /// The version that a write expects, by the key of its resource.
    static Map<SourceKey, ExpectedVersion> expected(FhirResult result, Optional<ExpectedVersion> expected) {
        return expected.isPresent() && result instanceof FhirResult.OfStatements(var key, var _)
                ? Map.of(key, expected.get())
                : Map.of();
    }

    /// The version that a deletion expects, by the key of its resource. Throws `DatabaseFailure` if the database could
    /// not be reached.
    Map<SourceKey, ExpectedVersion> expected(PutId target, Optional<ExpectedVersion> expected) {
        var key = expected.flatMap(_ -> sources.target(target));
        return key.isPresent() ? Map.of(key.get(), expected.orElseThrow()) : Map.of();
    }

    /// @param update whether it is a PUT
    FhirTask write(ResourceWrite write, FhirResult result, boolean update, Optional<ExpectedVersion> expected) {
        return switch (result) {
            case FhirResult.Refused(var status, var faults) ->
                new FhirTask.Settled(EntryAnswer.ofFaults(status, faults));
            case FhirResult.NotKept(var reason) -> new FhirTask.Settled(TaskAnswers.nothingKept(reason));
            case FhirResult.OfStayReport(var report) -> registers() ? new FhirTask.Staying(report) : notPermitted();
            case FhirResult.OfInfusion(var infusion) -> registers() ? new FhirTask.Infusing(infusion) : notPermitted();
            case FhirResult.OfStatements(var key, var statements) ->
                refusal(key, statements, expected)
                        .or(() -> existing(write, key, update))
                        .<FhirTask>map(FhirTask.Settled::new)
                        .orElseGet(() -> new FhirTask.Sending(
                                key,
                                expecting(
                                        key,
                                        expected,
                                        update
                                                ? put(key, statements, write.logicalId(), expected)
                                                : posted(statements, expected)),
                                Optional.of(write.resource())));
        };
    }

    private boolean registers() {
        return user().role() == Role.INTEGRATION;
    }

    private User user() {
        return arrival.user();
    }

    private static FhirTask notPermitted() {
        return new FhirTask.Settled(EntryAnswer.refused(403, "This account may not report stays and infusions"));
    }

    private Optional<EntryAnswer> refusal(
            SourceKey key, List<Statement> statements, Optional<ExpectedVersion> expected) {
        if (statements.stream().anyMatch(this::namesAnother)) {
            return Optional.of(EntryAnswer.refused(403, "This account may post only under its own deviceId"));
        }
        return expected.filter(version -> !version.isMet(sources.known(key))).map(_ -> TaskAnswers.unexpectedVersion());
    }

    /// Whether the account of one device speaks about anything else.
    private boolean namesAnother(Statement statement) {
        return user().deviceId().isPresent()
                && statement
                        .subject()
                        .filter(subject -> !(subject instanceof Subject.ByDevice(var device)
                                && user().deviceId().get().equals(device.value())))
                        .isPresent();
    }

    /// The resource that a conditional create finds. Without the database nothing is found, and what is sent
    /// twice is a duplicate.
    private Optional<EntryAnswer> existing(ResourceWrite write, SourceKey key, boolean update) {
        if (update || write.condition().isEmpty()) {
            return Optional.empty();
        }
        try {
            return sources.known(key)
                    .filter(known -> !known.report().isWithdrawal())
                    .map(known -> new EntryAnswer(
                            200,
                            Optional.of(WrittenVersion.of(
                                    key, known.standing(), known.report().receivedAt())),
                            List.of(OutcomeIssue.information("informational", "exists", "The resource exists")),
                            Optional.empty()));
        } catch (DatabaseFailure unreachable) {
            return Optional.empty();
        }
    }

    /// The version is that of the resource. Other statements that it becomes have versions of their own.
    private static List<SentStatement> expecting(
            SourceKey key, Optional<ExpectedVersion> expected, List<SentStatement> statements) {
        var version = expected.flatMap(ExpectedVersion::number);
        return statements.stream()
                .map(sent -> sent.statement().key().equals(key) ? sent.expecting(version) : sent)
                .toList();
    }

    private List<SentStatement> posted(List<Statement> statements, Optional<ExpectedVersion> expected) {
        var mark = ExpectedVersion.mark(expected, arrival.receivedAt());
        return statements.stream()
                .map(statement -> SentStatement.of(statement, mark))
                .toList();
    }

    /// The sender's own id goes with the statement of the resource itself, so that a DELETE by this id finds it.
    private List<SentStatement> put(
            SourceKey key, List<Statement> statements, Optional<String> logicalId, Optional<ExpectedVersion> expected) {
        var mark = ExpectedVersion.mark(expected, arrival.receivedAt());
        var own = logicalId.filter(id -> id.matches(LOGICAL_ID)
                && !KnownIds.mayBeOurs(id)
                && !key.businessId().equals(BusinessId.logical(id)));
        return statements.stream()
                .map(statement -> SentStatement.put(
                        statement, mark, own.filter(_ -> statement.key().equals(key))))
                .toList();
    }

    /// The withdrawal of a resource by its id.
    FhirTask delete(String type, String id, Optional<ExpectedVersion> expected) {
        var key = sources.target(new PutId(type, id));
        var known = key.flatMap(sources::known);
        if (known.isEmpty()) {
            return new FhirTask.Settled(EntryAnswer.refused(404, "There is no such resource"));
        }
        if (known.get().report().isWithdrawal()) {
            return new FhirTask.Settled(EntryAnswer.refused(410, "The resource has been withdrawn"));
        }
        var withdrawal = withdrawal(key.get(), known.get());
        return refusal(key.get(), List.of(withdrawal), expected)
                .<FhirTask>map(FhirTask.Settled::new)
                .orElseGet(() -> new FhirTask.Sending(
                        key.get(),
                        expecting(key.get(), expected, put(key.get(), List.of(withdrawal), Optional.empty(), expected)),
                        Optional.empty()));
    }

    private Statement withdrawal(SourceKey key, KnownSource known) {
        return new Statement(
                key,
                StatementStatus.WITHDRAWN,
                Optional.empty(),
                user().role() == Role.DEVICE,
                user().deviceId().isPresent()
                        ? Optional.empty()
                        : known.patient().map(Subject.ByPatient::new),
                Optional.empty(),
                Optional.empty(),
                new Fate.Taken(List.of(), List.of()));
    }
}
