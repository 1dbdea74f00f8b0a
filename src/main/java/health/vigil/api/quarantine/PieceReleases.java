package health.vigil.api.quarantine;

import health.vigil.access.Role;
import health.vigil.access.User;
import health.vigil.access.Wards;
import health.vigil.exchange.Fate;
import health.vigil.exchange.RevisionMark;
import health.vigil.exchange.Statement;
import health.vigil.ingest.exchange.PieceReader;
import health.vigil.intake.ReadResult;
import health.vigil.intake.Subject;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import health.vigil.outbox.Outbox;
import health.vigil.problem.ProblemException;
import health.vigil.store.Sql;
import health.vigil.stream.PartSource;
import health.vigil.stream.Release;
import health.vigil.stream.StreamRecord.Observed;
import health.vigil.stream.StreamRecord.UnreadPiece;
import health.vigil.stream.StreamWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Releases pieces of other systems' messages: reads them again, and sends what they say through the stream.
@ApplicationScoped
class PieceReleases {
    private final Instance<PieceReader> readers;

    PieceReleases(@Any Instance<PieceReader> readers) {
        this.readers = readers;
    }

    /// Throws 409 if the piece still cannot be read.
    void send(Sql sql, UnreadPiece piece, Release release) {
        var statements = read(piece);
        var still = statements.stream()
                .flatMap(statement -> statement.fate() instanceof Fate.Foreign foreign
                        ? Optional.of(foreign).stream()
                        : Optional.<Fate.Foreign>empty().stream())
                .findFirst();
        if (still.isPresent()) {
            throw ProblemException.conflict("The piece still cannot be read: "
                    + still.get().reason().text()
                    + still.get().place().map(" at "::concat).orElse("")
                    + ". Correct the sender's settings or codes, or discard it");
        }
        var records = statements.stream()
                .flatMap(statement -> records(statement, piece, release).stream())
                .toList();
        if (records.isEmpty()) {
            throw ProblemException.conflict("The piece holds nothing that is kept: discard it");
        }
        records.forEach(record -> Outbox.add(sql, key(record), StreamWriter.write(record)));
    }

    private List<Statement> read(UnreadPiece piece) {
        var author = piece.author();
        var role = author.role().flatMap(word -> Word.of(Role.class, word)).orElse(Role.INTEGRATION);
        var sender = new User(author.username(), role, Optional.empty(), Wards.ALL);
        return readers.stream()
                .filter(reader -> reader.format() == piece.format())
                .flatMap(reader -> reader.read(sender, piece.piece(), piece.receivedAt()).stream())
                .toList();
    }

    private static List<Observed> records(Statement statement, UnreadPiece piece, Release release) {
        var mark = statement.status().revises()
                ? new RevisionMark.ReceivedAt(piece.receivedAt())
                : new RevisionMark.First();
        var revision = statement.revision(mark);
        var note = statement.note(false, revision, piece.receivedAt());
        var records = new ArrayList<Observed>();
        for (var part : statement.parts()) {
            var read = part.read(
                    revision.token().observationId(statement.key(), part.name()),
                    statement.sender(),
                    piece.receivedAt());
            switch (read) {
                case ReadResult.Valid(var submission, var _) ->
                    records.add(new Observed(
                            submission,
                            piece.receivedAt(),
                            Optional.of(piece.author()),
                            Optional.of(release),
                            Optional.of(new PartSource(note, part.name(), statement.expected()))));
                case ReadResult.Invalid(var _, var violations) ->
                    throw ProblemException.conflict("The rules of observations refuse the piece: "
                            + violations.getFirst().sentence());
            }
        }
        return records;
    }

    private static String key(Observed record) {
        return record.patientId().map(PatientId::value).orElseGet(() -> switch (record.submission()
                .subject()) {
            case Subject.ByPatient(var patient) -> patient.value();
            case Subject.ByDevice(var device) -> device.value();
        });
    }
}
