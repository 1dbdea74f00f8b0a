package health.vigil.api.quarantine;

import health.vigil.access.CurrentUser;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Transactions;
import health.vigil.api.Visibility;
import health.vigil.api.quarantine.Settlement.Discard;
import health.vigil.audit.AuditTrail;
import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.intake.json.ContentHash;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.outbox.Outbox;
import health.vigil.problem.ProblemException;
import health.vigil.store.Identities;
import health.vigil.store.QuarantineReason;
import health.vigil.store.QuarantineRow;
import health.vigil.store.Sql;
import health.vigil.stream.Author;
import health.vigil.stream.Release;
import health.vigil.stream.StreamReader;
import health.vigil.stream.StreamReading.Legible;
import health.vigil.stream.StreamRecord.Observed;
import health.vigil.stream.StreamRecord.UnreadPiece;
import health.vigil.stream.StreamWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Settles records in quarantine. A released record goes through the stream again. It is marked as released and
/// keeps its first time of receipt.
@ApplicationScoped
class Settlements {
    private static final String USED = "The sender used this id before with other content:"
            + " release the record with a newId that the sender has not used, or discard it";

    private final Transactions transactions;
    private final QuarantineAccess access;
    private final PieceReleases pieces;
    private final CurrentUser user;
    private final AuditTrail trail;

    Settlements(
            Transactions transactions,
            QuarantineAccess access,
            PieceReleases pieces,
            CurrentUser user,
            AuditTrail trail) {
        this.transactions = transactions;
        this.access = access;
        this.pieces = pieces;
        this.user = user;
        this.trail = trail;
    }

    QuarantineRow release(String id, Settlement settlement) {
        settlement.patientId().map(PatientId::value).ifPresent(trail::about);
        return transactions.change(sql -> {
            var row = open(id);
            sendAgain(sql, row, settlement);
            return settle(row, QuarantineStatus.RELEASED, settlement.note());
        });
    }

    QuarantineRow discard(String id, Discard settlement) {
        return transactions.change(_ -> {
            var row = open(id);
            access.requireDiscard(
                    row, observed(row).map(said -> said.submission().kind()));
            return settle(row, QuarantineStatus.DISCARDED, settlement.note());
        });
    }

    private static Optional<Observed> observed(QuarantineRow row) {
        return row.opened()
                .map(value -> StreamReader.read(value, row.receivedAt))
                .flatMap(reading ->
                        reading instanceof Legible(Observed observed) ? Optional.of(observed) : Optional.empty());
    }

    private static Optional<UnreadPiece> piece(QuarantineRow row) {
        return row.opened()
                .map(value -> StreamReader.read(value, row.receivedAt))
                .flatMap(reading ->
                        reading instanceof Legible(UnreadPiece piece) ? Optional.of(piece) : Optional.empty());
    }

    private void sendAgain(Sql sql, QuarantineRow row, Settlement settlement) {
        var piece = piece(row);
        if (piece.isPresent()) {
            access.requireRelease(row, Optional.empty());
            pieces.send(sql, piece.get(), new Release(row.id, settlement.patientId()));
            return;
        }
        var sent = observed(row);
        access.requireRelease(row, sent.map(said -> said.submission().kind()));
        var observed = sent.orElseThrow(
                () -> ProblemException.conflict("The record cannot be read as an observation: discard" + " it"));
        refuseWhatComesBack(row, settlement, observed);
        var author = author(row, observed);
        var submission = submission(observed.submission(), author, settlement.newId());
        refuseUsedId(sql, submission);
        var released = new Observed(
                submission,
                observed.receivedAt(),
                author,
                Optional.of(new Release(row.id, settlement.patientId())),
                observed.source().filter(_ -> settlement.newId().isEmpty()));
        Outbox.add(sql, key(released), StreamWriter.write(released));
    }

    /// The author of the released record. If the author was not verified, the user who releases it becomes the
    /// author. If the author was of another ward, that no longer matters, because a user of the patient's ward
    /// releases it.
    private Optional<Author> author(QuarantineRow row, Observed observed) {
        if (row.reason.equals(QuarantineReason.UNVERIFIED_AUTHOR.word())) {
            return Optional.of(
                    new Author(user.username(), Optional.of(user.role().word()), Optional.of(trail.address())));
        }
        return row.reason.equals(QuarantineReason.OTHER_WARD.word())
                ? observed.author().map(Author::ofAnyWard)
                : observed.author();
    }

    /// The submission with its author as its sender.
    private static Submission submission(Submission sent, Optional<Author> author, Optional<String> newId) {
        return sent.withId(
                new ObservationId(Author.sender(author), newId.orElse(sent.id().value())));
    }

    /// Refuses a release that would be quarantined again.
    private static void refuseWhatComesBack(QuarantineRow row, Settlement settlement, Observed observed) {
        var conflict = row.reason.equals(QuarantineReason.ID_CONFLICT.word());
        if (conflict && settlement.newId().isEmpty()) {
            throw ProblemException.conflict(USED);
        }
        if (QuarantineReason.isOfTheWard(row.reason) && settlement.patientId().isPresent()) {
            throw ProblemException.conflict(
                    "This record can only be released for the patient it names: leave out patientId, or discard it");
        }
        var unverified = row.reason.equals(QuarantineReason.UNVERIFIED_AUTHOR.word());
        if (unverified && observed.submission().corrects().isPresent()) {
            throw ProblemException.conflict(
                    "It corrects an observation of another sender: enter the correction yourself, and discard this"
                            + " record");
        }
        if (!conflict && !unverified && settlement.newId().isPresent()) {
            throw ProblemException.conflict("A newId is only for an id-conflict: leave it out, or discard the record");
        }
        if (row.reason.equals(QuarantineReason.AMBIGUOUS_TARGET.word())) {
            throw ProblemException.conflict(
                    "It names no sender, but several senders have an observation with that id: discard it, and send"
                            + " a retraction that names the sender");
        }
        if (row.reason.equals(QuarantineReason.NOT_PERMITTED.word())) {
            throw ProblemException.conflict("Its author may not withdraw that observation: discard this record, and ask"
                    + " a user who may withdraw it");
        }
    }

    private static void refuseUsedId(Sql sql, Submission submission) {
        var id = submission.id();
        var before = Optional.ofNullable(Identities.known(sql, Set.of(id)).get(id));
        if (before.filter(
                        known -> !known.hash().equals(ContentHash.of(submission).hex()))
                .isPresent()) {
            throw ProblemException.conflict(USED);
        }
    }

    /// The key that intake uses: the patient if known, else the device.
    private static String key(Observed released) {
        return released.patientId().map(PatientId::value).orElseGet(() -> switch (released.submission()
                .subject()) {
            case Subject.ByPatient(var patient) -> patient.value();
            case Subject.ByDevice(var device) -> device.value();
        });
    }

    private QuarantineRow settle(QuarantineRow row, QuarantineStatus as, String note) {
        row.state = as.word();
        row.settledBy = user.username();
        row.settledAt = MicrosecondClock.now();
        row.note = note;
        trail.because(note);
        return row;
    }

    private QuarantineRow open(String id) {
        var row = find(id, LockModeType.PESSIMISTIC_WRITE);
        if (!row.state.equals(QuarantineStatus.OPEN.word())) {
            throw ProblemException.conflict("The record is settled already: " + row.state);
        }
        return row;
    }

    QuarantineRow read(String id) {
        return transactions.run(_ -> find(id, LockModeType.NONE));
    }

    /// Finds a record. The audit trail names its patient, even if the request is refused.
    private QuarantineRow find(String id, LockModeType lock) {
        return Visibility.uuid(id)
                .flatMap((UUID known) -> QuarantineRow.<QuarantineRow>findByIdOptional(known, lock))
                .map(this::auditPatient)
                .filter(access::maySee)
                .orElseThrow(() -> ProblemException.notFound("There is no such record in quarantine"));
    }

    private QuarantineRow auditPatient(QuarantineRow row) {
        Optional.ofNullable(row.patientId).ifPresent(trail::about);
        return row;
    }
}
