package health.vigil.ingest.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.exchange.Caution;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.StayReport;
import health.vigil.fhir.Narratives;
import health.vigil.ingest.exchange.InfusionOutcome;
import health.vigil.ingest.exchange.StatementOutcome;
import health.vigil.ingest.exchange.StatementOutcome.RefusedStatement;
import health.vigil.ingest.exchange.StatementOutcome.TakenStatement;
import health.vigil.ingest.exchange.StayOutcome;
import health.vigil.ingest.fhir.EntryAnswer.WrittenVersion;
import health.vigil.ingest.fhir.FhirTask.Sending;
import health.vigil.json.Violation;
import health.vigil.problem.OutcomeIssue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The answers for what became of the statements of a resource.
final class TaskAnswers {
    private static final int CREATED = 201;
    private static final int FOUND = 200;
    private static final int WAITING = 202;
    private static final int DELETED = 204;

    private TaskAnswers() {}

    static EntryAnswer nothingKept(IgnoredReason reason) {
        return EntryAnswer.of(FOUND, List.of(notKept(reason)));
    }

    private static OutcomeIssue notKept(IgnoredReason reason) {
        return OutcomeIssue.information(
                reason == IgnoredReason.TEST_DATA ? "suppressed" : "informational",
                reason.word(),
                "Nothing of this is kept");
    }

    /// @param outcomes those of the task's statements
    static EntryAnswer of(Sending task, List<StatementOutcome> outcomes, Instant receivedAt) {
        var refused = outcomes.stream()
                .filter(RefusedStatement.class::isInstance)
                .map(RefusedStatement.class::cast)
                .toList();
        if (!refused.isEmpty()) {
            return refusal(task.key().type(), refused);
        }
        var issues =
                outcomes.stream().flatMap(outcome -> issues(outcome).stream()).toList();
        return outcomes.stream()
                .filter(TakenStatement.class::isInstance)
                .map(TakenStatement.class::cast)
                .findFirst()
                .map(taken -> taken(task, taken, issues, receivedAt))
                .orElseGet(() -> EntryAnswer.of(waits(outcomes) ? WAITING : FOUND, issues));
    }

    private static boolean waits(List<StatementOutcome> outcomes) {
        return outcomes.stream().anyMatch(StatementOutcome.ForeignStatement.class::isInstance);
    }

    private static EntryAnswer refusal(String type, List<RefusedStatement> refused) {
        var answers = refused.stream().map(one -> refusal(type, one)).toList();
        var issues =
                answers.stream().flatMap(answer -> answer.issues().stream()).toList();
        return EntryAnswer.of(answers.getFirst().status(), issues);
    }

    private static EntryAnswer refusal(String type, RefusedStatement refused) {
        return switch (refused) {
            case StatementOutcome.HiddenPatient _ -> hiddenPatient();
            case StatementOutcome.ForbiddenStatement(var detail) -> EntryAnswer.refused(403, detail);
            case StatementOutcome.ConflictingStatement _ ->
                EntryAnswer.refused(409, "The resource is known with other content, and this is no revision of it");
            case StatementOutcome.UnexpectedVersion _ -> unexpectedVersion();
            case StatementOutcome.InvalidStatement(var violations) ->
                EntryAnswer.of(
                        422,
                        violations.stream()
                                .map(violation -> issue(type, violation))
                                .toList());
        };
    }

    static EntryAnswer unexpectedVersion() {
        return EntryAnswer.refused(412, "Another version stands, or is being written");
    }

    private static OutcomeIssue issue(String type, Violation violation) {
        return OutcomeIssue.error("business-rule", violation.sentence()).at(type);
    }

    private static List<OutcomeIssue> issues(StatementOutcome outcome) {
        return switch (outcome) {
            case TakenStatement(var _, var _, var cautions) ->
                cautions.stream().map(TaskAnswers::issue).toList();
            case StatementOutcome.IgnoredStatement(var reason) -> List.of(notKept(reason));
            case StatementOutcome.ForeignStatement(var reason, var place) ->
                List.of(OutcomeIssue.warning(
                                "business-rule", reason.word(), "A person must decide about " + reason.text())
                        .at(place.orElse("")));
            case RefusedStatement _ -> List.of();
        };
    }

    private static OutcomeIssue issue(Caution caution) {
        return OutcomeIssue.warning("informational", "assumed", caution.text()).at(caution.place());
    }

    private static EntryAnswer taken(
            Sending task, TakenStatement taken, List<OutcomeIssue> issues, Instant receivedAt) {
        var known = taken.known();
        int next = known.map(source -> source.latest()).orElse(0) + 1;
        var changed = known.isEmpty() || !taken.unchanged();
        var version = WrittenVersion.of(
                task.key(),
                changed ? next : known.get().standing(),
                changed ? receivedAt : known.get().report().receivedAt());
        if (task.resource().isEmpty()) {
            return new EntryAnswer(DELETED, Optional.of(version), issues, Optional.empty());
        }
        return new EntryAnswer(
                known.isEmpty() ? CREATED : FOUND,
                Optional.of(version),
                issues,
                task.resource().map(resource -> echoed(resource, version)));
    }

    /// The resource as it was sent, with the id and the version that it has here. The narrative is not kept.
    private static ObjectNode echoed(ObjectNode resource, WrittenVersion version) {
        var copy = resource.deepCopy();
        Narratives.remove(copy);
        copy.put("id", version.id());
        copy.withObject("/meta")
                .put("versionId", String.valueOf(version.version()))
                .put("lastUpdated", version.modifiedAt().toString());
        return copy;
    }

    /// A stay has no versions.
    static EntryAnswer stay(StayReport report, StayOutcome outcome) {
        return switch (outcome) {
            case KEPT ->
                EntryAnswer.of(
                        FOUND,
                        List.of(OutcomeIssue.information(
                                "informational",
                                "stay",
                                "The stay is noted: " + report.change().word())));
            case HIDDEN_PATIENT -> hiddenPatient();
            case ELSEWHERE -> nothingKept(IgnoredReason.NOT_WATCHED);
        };
    }

    private static EntryAnswer hiddenPatient() {
        return EntryAnswer.refused(404, "There is no such patient");
    }

    static EntryAnswer infusion(InfusionOutcome outcome) {
        return switch (outcome) {
            case InfusionOutcome.Stored _ ->
                EntryAnswer.of(
                        FOUND, List.of(OutcomeIssue.information("informational", "infusion", "The infusion is noted")));
            case InfusionOutcome.Incomplete(var reasons) ->
                EntryAnswer.of(
                        422,
                        reasons.stream()
                                .map(what -> OutcomeIssue.error("required", what))
                                .toList());
            case InfusionOutcome.OfAnotherWard _ -> hiddenPatient();
            case InfusionOutcome.NotEnabled _ -> nothingKept(IgnoredReason.OTHER_TYPE);
        };
    }
}
