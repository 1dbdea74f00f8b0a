package health.vigil.ingest.exchange;

import health.vigil.access.User;
import health.vigil.exchange.Fate;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.MessageFormat;
import health.vigil.exchange.SourceKey;
import health.vigil.ingest.Arrival;
import health.vigil.ingest.Intake;
import health.vigil.ingest.IntakeLimit.InFlightPermit;
import health.vigil.ingest.exchange.ExchangeReceipt.DatabaseUnreachable;
import health.vigil.ingest.exchange.ExchangeReceipt.DecidedMessage;
import health.vigil.ingest.exchange.ExchangeReceipt.SenderOverBudget;
import health.vigil.ingest.exchange.ExchangeReceipt.Unacknowledged;
import health.vigil.intake.Subject;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import health.vigil.store.BoundDevices.DeviceMoment;
import health.vigil.store.SourceEntries.KnownSource;
import health.vigil.store.SourceEntries.PutId;
import health.vigil.store.VersionClaims.VersionClaim;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Takes the statements of other systems. All formats use this class.
@ApplicationScoped
public class ExchangeIntake {
    private final Intake intake;
    private final WatchedPatients watched;
    private final KnownSources sources;
    private final ExchangeMetrics metrics;
    private final SenderNotes notes;

    ExchangeIntake(
            Intake intake, WatchedPatients watched, KnownSources sources, ExchangeMetrics metrics, SenderNotes notes) {
        this.intake = intake;
        this.watched = watched;
        this.sources = sources;
        this.metrics = metrics;
        this.notes = notes;
    }

    /// Takes a permit for a message before it is read. Close it once the message is answered. Empty if too much is
    /// being processed.
    public Optional<InFlightPermit> permit(int bytes) {
        return intake.permit(bytes);
    }

    /// Notes that a sender sent something, whatever becomes of it.
    public void heard(User user, MessageFormat format) {
        notes.heard(user, format);
    }

    /// Notes that a sender sent something that is refused before it is a statement, or as a whole.
    public void refused(User user, MessageFormat format) {
        notes.refused(user, format);
    }

    /// What the database knows of some keys, by their hexadecimal digits. Throws `DatabaseFailure` if it cannot be
    /// reached.
    public Map<String, KnownSource> known(Collection<SourceKey> keys) {
        return sources.of(keys);
    }

    /// The keys of a sender's statements by the ids that their resources have here; those that are known. Throws
    /// `DatabaseFailure` if the database cannot be reached.
    public Map<String, SourceKey> keysOf(Sender sender, Collection<String> fhirIds) {
        return sources.find(sender, fhirIds).stream().collect(Collectors.toMap(SourceKey::fhirId, key -> key));
    }

    /// The keys of a sender's statements by its own ids; those that are known. Throws `DatabaseFailure` if the
    /// database cannot be reached.
    public Map<PutId, SourceKey> keysOfPut(Sender sender, Collection<PutId> ids) {
        return sources.findPut(sender, ids);
    }

    /// Processes the statements of a message. It waits until Kafka has what is kept, for at most
    /// `vigil.intake.acknowledgement`, so never call it on an event loop.
    ///
    /// @param format the format of the message, for metrics and for pieces that a person must read
    /// @param whole whether nothing is sent if one statement is refused
    public ExchangeReceipt accept(
            Arrival arrival,
            InFlightPermit permit,
            MessageFormat format,
            List<SentStatement> statements,
            boolean whole) {
        return accept(arrival, permit, format, statements, whole, Set.of());
    }

    /// The same, where some patients count as watched because the same message reports their stays.
    public ExchangeReceipt accept(
            Arrival arrival,
            InFlightPermit permit,
            MessageFormat format,
            List<SentStatement> statements,
            boolean whole,
            Set<PatientId> reported) {
        int parts = statements.stream()
                .mapToInt(sent -> sent.statement().parts().size())
                .sum();
        return intake.untilRefill(arrival.user(), parts)
                .<ExchangeReceipt>map(SenderOverBudget::new)
                .orElseGet(() ->
                        taken(arrival, permit, new StatementMessage(format, filtered(statements, reported)), whole));
    }

    private ExchangeReceipt taken(Arrival arrival, InFlightPermit permit, StatementMessage message, boolean whole) {
        var known = sources.ofReports(message.statements());
        if (known.isEmpty()) {
            return new DatabaseUnreachable();
        }
        return intake.judge(arrival, message.reads(arrival))
                .map(judged -> claimed(message, message.judged(arrival, judged, known.get()), whole))
                .map(decided -> sent(arrival, permit, message, decided, whole))
                .orElseGet(DatabaseUnreachable::new);
    }

    /// What each statement claims, by index.
    private static List<Optional<VersionClaim>> claims(StatementMessage message, List<DecidedStatement> decided) {
        return IntStream.range(0, decided.size())
                .mapToObj(index -> message.statements()
                        .get(index)
                        .claim(message.revisions().get(index).token())
                        .filter(_ -> decided.get(index).changesSomething()))
                .toList();
    }

    /// The outcomes, where whoever expects another version than stands is refused. Of several who replace the same
    /// version at the same time, one is taken.
    private List<DecidedStatement> claimed(StatementMessage message, List<DecidedStatement> decided, boolean whole) {
        if (whole && decided.stream().anyMatch(DecidedStatement::isRefused)) {
            return decided;
        }
        var claims = claims(message, decided);
        var held = sources.claim(claims.stream().flatMap(Optional::stream).toList());
        return IntStream.range(0, decided.size())
                .mapToObj(index ->
                        claims.get(index).filter(claim -> !held.contains(claim)).isEmpty()
                                ? decided.get(index)
                                : DecidedStatement.of(new StatementOutcome.UnexpectedVersion()))
                .toList();
    }

    private ExchangeReceipt sent(
            Arrival arrival,
            InFlightPermit permit,
            StatementMessage message,
            List<DecidedStatement> decided,
            boolean whole) {
        var format = message.format();
        var outcomes = decided.stream().map(DecidedStatement::outcome).toList();
        var receipt = new DecidedMessage(outcomes);
        if (whole && receipt.anyRefused()) {
            return receipt;
        }
        var records = decided.stream().flatMap(each -> each.records().stream()).toList();
        if (!records.isEmpty() && !intake.send(arrival, permit, records)) {
            return new Unacknowledged();
        }
        sources.keep(claims(message, decided).stream().flatMap(Optional::stream).toList());
        metrics.count(arrival.user().username(), format, outcomes);
        notes.count(arrival.user(), format, outcomes);
        return receipt;
    }

    /// The statements, where those about patients who are not watched are ignored.
    private List<SentStatement> filtered(List<SentStatement> statements, Set<PatientId> reported) {
        var named = statements.stream().flatMap(ExchangeIntake::patient).collect(Collectors.toSet());
        var kept = new HashSet<>(reported);
        kept.addAll(watched.among(named));
        var strangers = statements.stream()
                .filter(sent -> !patient(sent).allMatch(kept::contains))
                .toList();
        var bound =
                watched.bound(strangers.stream().flatMap(ExchangeIntake::device).collect(Collectors.toSet()));
        return statements.stream()
                .map(sent ->
                        patient(sent).allMatch(kept::contains) || device(sent).anyMatch(bound::contains)
                                ? sent
                                : sent.with(new Fate.Ignored(IgnoredReason.NOT_WATCHED)))
                .toList();
    }

    /// The patient whom a statement that would be kept names, if it names one.
    private static Stream<PatientId> patient(SentStatement sent) {
        var statement = sent.statement();
        return statement.fate() instanceof Fate.Ignored
                ? Stream.empty()
                : Stream.concat(
                        statement.expected().stream(),
                        statement.subject().stream()
                                .flatMap(subject -> subject instanceof Subject.ByPatient(var patient)
                                        ? Stream.of(patient)
                                        : Stream.<PatientId>empty()));
    }

    /// The device of a statement, and the time of what it says. If it is bound, a statement that names a stranger
    /// must not be lost: its patient may be watched, and the monitor tells the ward.
    private static Stream<DeviceMoment> device(SentStatement sent) {
        var statement = sent.statement();
        return statement.subject().stream()
                .flatMap(subject -> subject instanceof Subject.ByDevice(var device)
                        ? Stream.of(new DeviceMoment(device, statement.effectiveAt()))
                        : Stream.<DeviceMoment>empty());
    }
}
