package health.vigil.ingest.fhir;

import health.vigil.exchange.CellInfusion;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.MessageFormat;
import health.vigil.exchange.Statement;
import health.vigil.exchange.StayReport;
import health.vigil.ingest.Arrival;
import health.vigil.ingest.IntakeLimit.InFlightPermit;
import health.vigil.ingest.IntakeSettings;
import health.vigil.ingest.exchange.ExchangeIntake;
import health.vigil.ingest.exchange.ExchangeReceipt;
import health.vigil.ingest.exchange.SentStatement;
import health.vigil.ingest.exchange.StatementOutcome;
import health.vigil.ingest.exchange.StayForecast;
import health.vigil.ingest.exchange.StayIntake;
import health.vigil.ingest.exchange.StayOutcome;
import health.vigil.ingest.fhir.FhirTask.Infusing;
import health.vigil.ingest.fhir.FhirTask.Sending;
import health.vigil.ingest.fhir.FhirTask.Settled;
import health.vigil.ingest.fhir.FhirTask.Staying;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// Does what a request asks for. It answers once Kafka has what is kept, and the database has the stays.
///
/// A transaction is judged before anything is sent. Of a batch the statements go first. Then the stays, and what
/// was passed over because its patient was not watched before these stays. Infusions come last, because an
/// admission needs the stay.
@ApplicationScoped
class FhirIntake {
    private final ExchangeIntake exchange;
    private final StayIntake stays;
    private final IntakeSettings settings;

    FhirIntake(ExchangeIntake exchange, StayIntake stays, IntakeSettings settings) {
        this.exchange = exchange;
        this.stays = stays;
        this.settings = settings;
    }

    /// Takes a permit for a body before it is read.
    InFlightPermit permit(int bytes) {
        return exchange.permit(bytes)
                .orElseThrow(() -> ProblemException.unavailable(
                        "Too much is waiting for Kafka. Nothing of this body was accepted: send it again later",
                        settings.retryAfter()));
    }

    /// The answers by index.
    ///
    /// @param whole whether nothing is done if one task is refused. Then the answers say why
    List<EntryAnswer> process(Arrival arrival, InFlightPermit permit, List<FhirTask> tasks, boolean whole) {
        exchange.heard(arrival.user(), MessageFormat.FHIR);
        if (whole) {
            var answers = transaction(arrival, permit, tasks);
            refused(arrival, answers.stream().filter(EntryAnswer::isRefused).limit(1));
            return answers;
        }
        refused(arrival, tasks.stream().filter(FhirIntake::isRefused));
        return batch(arrival, permit, tasks);
    }

    private void refused(Arrival arrival, Stream<?> each) {
        each.forEach(_ -> exchange.refused(arrival.user(), MessageFormat.FHIR));
    }

    private List<EntryAnswer> transaction(Arrival arrival, InFlightPermit permit, List<FhirTask> tasks) {
        if (tasks.stream().anyMatch(FhirIntake::isRefused)) {
            return tasks.stream().map(FhirIntake::withoutEffect).toList();
        }
        var forecast = stays.forecast(arrival, reports(tasks), infusions(tasks));
        var expected = tasks.stream().map(task -> expected(task, forecast)).toList();
        if (expected.stream().anyMatch(EntryAnswer::isRefused)) {
            return expected;
        }
        var outcomes = send(arrival, permit, statements(tasks), true, forecast.watched());
        if (outcomes.values().stream().anyMatch(StatementOutcome.RefusedStatement.class::isInstance)) {
            return tasks.stream()
                    .map(task ->
                            task instanceof Sending sending ? answer(arrival, sending, outcomes) : withoutEffect(task))
                    .toList();
        }
        var kept = store(arrival, tasks);
        return tasks.stream().map(task -> answer(arrival, task, outcomes, kept)).toList();
    }

    private static EntryAnswer expected(FhirTask task, StayForecast forecast) {
        return switch (task) {
            case Staying(var report) ->
                TaskAnswers.stay(report, Objects.requireNonNull(forecast.stays().get(report)));
            case Infusing(var infusion) ->
                TaskAnswers.infusion(Objects.requireNonNull(forecast.infusions().get(infusion)));
            case Settled _, Sending _ -> withoutEffect(task);
        };
    }

    private List<EntryAnswer> batch(Arrival arrival, InFlightPermit permit, List<FhirTask> tasks) {
        var outcomes = new HashMap<Statement, StatementOutcome>();
        outcomes.putAll(send(arrival, permit, statements(tasks), false, Set.of()));
        var kept = store(arrival, tasks);
        if (!kept.isEmpty()) {
            outcomes.putAll(send(arrival, permit, passedOver(tasks, outcomes), false, Set.of()));
        }
        return tasks.stream().map(task -> answer(arrival, task, outcomes, kept)).toList();
    }

    private static boolean isRefused(FhirTask task) {
        return task instanceof Settled(var answer) && answer.isRefused();
    }

    private static EntryAnswer withoutEffect(FhirTask task) {
        return task instanceof Settled(var answer) ? answer : EntryAnswer.of(200, List.of());
    }

    /// The statements of all tasks. One that joins several resources is sent once.
    private static List<SentStatement> statements(List<FhirTask> tasks) {
        var distinct = new LinkedHashMap<Statement, SentStatement>();
        for (var task : tasks) {
            if (task instanceof Sending(var _, var statements, var _)) {
                statements.forEach(sent -> distinct.merge(
                        sent.statement(), sent, (one, other) -> one.logicalId().isPresent() ? one : other));
            }
        }
        return List.copyOf(distinct.values());
    }

    private static List<StayReport> reports(List<FhirTask> tasks) {
        return tasks.stream()
                .filter(Staying.class::isInstance)
                .map(task -> ((Staying) task).report())
                .toList();
    }

    private static List<CellInfusion> infusions(List<FhirTask> tasks) {
        return tasks.stream()
                .filter(Infusing.class::isInstance)
                .map(task -> ((Infusing) task).infusion())
                .toList();
    }

    /// Stores the stays. The outcomes by report.
    private Map<StayReport, StayOutcome> store(Arrival arrival, List<FhirTask> tasks) {
        var reports = reports(tasks);
        var outcomes = stays.accept(arrival, reports);
        var byReport = new HashMap<StayReport, StayOutcome>();
        for (int index = 0; index < reports.size(); index++) {
            byReport.put(reports.get(index), outcomes.get(index));
        }
        return byReport;
    }

    private static List<SentStatement> passedOver(List<FhirTask> tasks, Map<Statement, StatementOutcome> outcomes) {
        return statements(tasks).stream()
                .filter(sent -> outcomes.get(sent.statement()) instanceof StatementOutcome.IgnoredStatement(var reason)
                        && reason == IgnoredReason.NOT_WATCHED)
                .toList();
    }

    private Map<Statement, StatementOutcome> send(
            Arrival arrival,
            InFlightPermit permit,
            List<SentStatement> statements,
            boolean whole,
            Set<PatientId> reported) {
        if (statements.isEmpty()) {
            return Map.of();
        }
        return switch (exchange.accept(arrival, permit, MessageFormat.FHIR, statements, whole, reported)) {
            case ExchangeReceipt.DecidedMessage(var outcomes) -> byStatement(statements, outcomes);
            case ExchangeReceipt.Unacknowledged _ ->
                throw ProblemException.unavailable(
                        "Kafka did not acknowledge everything: send the same body again, what Kafka has is then a"
                                + " duplicate",
                        settings.retryAfter());
            case ExchangeReceipt.SenderOverBudget(var wait) -> throw ProblemException.tooMany(wait);
            case ExchangeReceipt.DatabaseUnreachable _ ->
                throw ProblemException.unavailable(
                        "What is known already cannot be read now: send the same body again later",
                        settings.retryAfter());
        };
    }

    private static Map<Statement, StatementOutcome> byStatement(
            List<SentStatement> statements, List<StatementOutcome> outcomes) {
        var byStatement = new HashMap<Statement, StatementOutcome>();
        for (int index = 0; index < statements.size(); index++) {
            byStatement.put(statements.get(index).statement(), outcomes.get(index));
        }
        return byStatement;
    }

    private EntryAnswer answer(
            Arrival arrival,
            FhirTask task,
            Map<Statement, StatementOutcome> outcomes,
            Map<StayReport, StayOutcome> kept) {
        return switch (task) {
            case Settled(var answer) -> answer;
            case Sending sending -> answer(arrival, sending, outcomes);
            case Staying(var report) -> TaskAnswers.stay(report, Objects.requireNonNull(kept.get(report)));
            case Infusing(var infusion) -> TaskAnswers.infusion(stays.accept(arrival, infusion));
        };
    }

    private static EntryAnswer answer(Arrival arrival, Sending task, Map<Statement, StatementOutcome> outcomes) {
        var own = new ArrayList<StatementOutcome>();
        task.statements().forEach(sent -> own.add(Objects.requireNonNull(outcomes.get(sent.statement()))));
        return TaskAnswers.of(task, own, arrival.receivedAt());
    }
}
