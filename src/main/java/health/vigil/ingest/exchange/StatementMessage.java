package health.vigil.ingest.exchange;

import health.vigil.exchange.Fate;
import health.vigil.exchange.MessageFormat;
import health.vigil.exchange.Part;
import health.vigil.exchange.SourceNote;
import health.vigil.exchange.SourceRevision.Precedence;
import health.vigil.exchange.Statement;
import health.vigil.exchange.StatementRevision;
import health.vigil.exchange.StatementStatus;
import health.vigil.ingest.Arrival;
import health.vigil.ingest.JudgedMessage;
import health.vigil.ingest.KeyedRecord;
import health.vigil.intake.IntakeOutcome;
import health.vigil.intake.ReadResult;
import health.vigil.intake.Subject;
import health.vigil.json.Violation;
import health.vigil.observation.DeviceId;
import health.vigil.observation.PatientId;
import health.vigil.store.SourceEntries.KnownSource;
import health.vigil.stream.PartSource;
import health.vigil.stream.StreamRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The statements of one message, and what becomes of each.
///
/// @param revisions of the statements, by index
record StatementMessage(MessageFormat format, List<SentStatement> statements, List<StatementRevision> revisions) {
    StatementMessage(MessageFormat format, List<SentStatement> statements) {
        this(
                format,
                statements,
                statements.stream().map(SentStatement::revision).toList());
    }

    /// The observations of all statements, in order.
    List<ReadResult> reads(Arrival arrival) {
        var reads = new ArrayList<ReadResult>();
        for (int index = 0; index < statements.size(); index++) {
            var statement = statements.get(index).statement();
            var token = revisions.get(index).token();
            for (var part : statement.parts()) {
                reads.add(part.read(
                        token.observationId(statement.key(), part.name()), statement.sender(), arrival.receivedAt()));
            }
        }
        return reads;
    }

    /// The outcome of each statement.
    ///
    /// @param judged the outcomes of all observations
    /// @param known what the database knows, by key
    List<DecidedStatement> judged(Arrival arrival, JudgedMessage judged, Map<String, KnownSource> known) {
        var outcomes = judged.outcomes().iterator();
        var decided = new ArrayList<DecidedStatement>();
        for (int index = 0; index < statements.size(); index++) {
            decided.add(decided(arrival, index, judged, outcomes, known));
        }
        return decided;
    }

    private DecidedStatement decided(
            Arrival arrival,
            int index,
            JudgedMessage judged,
            Iterator<IntakeOutcome> outcomes,
            Map<String, KnownSource> known) {
        var sent = statements.get(index);
        var statement = sent.statement();
        return switch (statement.fate()) {
            case Fate.Ignored(var reason) -> DecidedStatement.of(new StatementOutcome.IgnoredStatement(reason));
            case Fate.Foreign foreign -> foreign(arrival, statement, foreign);
            case Fate.Taken fate -> {
                var parts = new ArrayList<JudgedPart>();
                statement.parts().forEach(part -> parts.add(new JudgedPart(part, outcomes.next())));
                var before = Optional.ofNullable(known.get(statement.key().hex()));
                var unknown = fate.unlessKnown()
                        .filter(_ -> before.isEmpty() && refusal(parts).isEmpty());
                if (unknown.isPresent()) {
                    yield foreign(arrival, statement, unknown.get());
                }
                yield taken(
                        arrival,
                        sent,
                        statement
                                .note(sent.replaces(), revisions.get(index), arrival.receivedAt())
                                .withLogicalId(sent.logicalId()),
                        judged,
                        parts,
                        before);
            }
        };
    }

    private record JudgedPart(Part part, IntakeOutcome outcome) {}

    private DecidedStatement foreign(Arrival arrival, Statement statement, Fate.Foreign foreign) {
        var piece = new StreamRecord.UnreadPiece(
                format,
                foreign.reason(),
                foreign.place(),
                statement.subject(),
                foreign.piece(),
                arrival.receivedAt(),
                arrival.author(Optional.empty()));
        return new DecidedStatement(
                new StatementOutcome.ForeignStatement(foreign.reason(), foreign.place()),
                List.of(new KeyedRecord(key(statement), piece)));
    }

    /// The partition of a record that is no observation: that of its subject, else one of the sender.
    private static String key(Statement statement) {
        return statement
                .subject()
                .map(subject -> switch (subject) {
                    case Subject.ByPatient(var patient) -> patient.value();
                    case Subject.ByDevice(DeviceId device) -> device.value();
                })
                .orElseGet(() -> statement.sender().name());
    }

    private DecidedStatement taken(
            Arrival arrival,
            SentStatement sent,
            SourceNote note,
            JudgedMessage judged,
            List<JudgedPart> parts,
            Optional<KnownSource> known) {
        var refused = refusal(parts).or(() -> conflict(note, known));
        if (refused.isPresent()) {
            return DecidedStatement.of(refused.get());
        }
        var records = new ArrayList<KeyedRecord>();
        for (var each : parts) {
            if (each.outcome() instanceof ReadResult.Valid(var submission, var _)) {
                records.add(judged.record(
                        submission,
                        new PartSource(
                                note, each.part().name(), sent.statement().expected())));
            }
        }
        var statement = sent.statement();
        if (statement.status() == StatementStatus.WITHDRAWN) {
            records.add(withdrawal(arrival, statement, note, known));
        }
        boolean unchanged =
                records.isEmpty() || known.filter(before -> before.says(note)).isPresent();
        return new DecidedStatement(
                new StatementOutcome.TakenStatement(known, unchanged, statement.cautions()), records);
    }

    private static KeyedRecord withdrawal(
            Arrival arrival, Statement statement, SourceNote note, Optional<KnownSource> known) {
        var named =
                statement.subject().flatMap(StatementMessage::patient).or(() -> known.flatMap(KnownSource::patient));
        var record =
                new StreamRecord.SourceWithdrawn(note, named, arrival.receivedAt(), arrival.author(Optional.empty()));
        return new KeyedRecord(named.map(PatientId::value).orElseGet(() -> key(statement)), record);
    }

    private static Optional<PatientId> patient(Subject subject) {
        return subject instanceof Subject.ByPatient(var patient) ? Optional.of(patient) : Optional.empty();
    }

    /// Why the statement is refused because of its observations.
    private static Optional<StatementOutcome> refusal(List<JudgedPart> parts) {
        var violations = new ArrayList<Violation>();
        for (var each : parts) {
            switch (each.outcome()) {
                case ReadResult.Invalid(var _, var found) -> violations.addAll(found);
                case IntakeOutcome.UnknownPatient _ -> {
                    return Optional.of(new StatementOutcome.HiddenPatient());
                }
                case IntakeOutcome.Forbidden forbidden -> {
                    return Optional.of(new StatementOutcome.ForbiddenStatement(forbidden.detail()));
                }
                case ReadResult.Valid _, IntakeOutcome.Duplicate _ -> {}
            }
        }
        return violations.isEmpty() ? Optional.empty() : Optional.of(new StatementOutcome.InvalidStatement(violations));
    }

    /// Over HTTP the sender hears of a conflict at once. A conflict in a message of HL7 waits for a person,
    /// because its sender does not read answers.
    private Optional<StatementOutcome> conflict(SourceNote note, Optional<KnownSource> known) {
        return known.filter(_ -> format == MessageFormat.FHIR)
                .filter(before -> !before.says(note) && note.revision().on(before.report()) == Precedence.CONFLICTS)
                .map(_ -> new StatementOutcome.ConflictingStatement());
    }
}
