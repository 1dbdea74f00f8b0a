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
import health.vigil.stream.StreamWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Settles what is in quarantine. What is released goes through the stream again, marked, with its first receipt.
@ApplicationScoped
class Settlements {
    private static final String USED = "Its sender used the id before with other content:"
            + " release it with a newId that this sender has not used, or discard it";

    private final Transactions transactions;
    private final QuarantineAccess access;
    private final CurrentUser user;
    private final AuditTrail trail;

    Settlements(Transactions transactions, QuarantineAccess access, CurrentUser user, AuditTrail trail) {
        this.transactions = transactions;
        this.access = access;
        this.user = user;
        this.trail = trail;
    }

    QuarantineRow release(String id, Settlement settlement) {
        settlement.patientId().map(PatientId::value).ifPresent(trail::about);
        return transactions.change(sql -> {
            var row = open(id);
            sendAgain(sql, row, settlement);
            return settled(row, QuarantineStatus.RELEASED, settlement.note());
        });
    }

    QuarantineRow discard(String id, Discard settlement) {
        return transactions.change(_ -> {
            var row = open(id);
            access.requireDiscard(
                    row, observed(row).map(said -> said.submission().kind()));
            return settled(row, QuarantineStatus.DISCARDED, settlement.note());
        });
    }

    private static Optional<Observed> observed(QuarantineRow row) {
        return row.opened()
                .map(value -> StreamReader.read(value, row.receivedAt))
                .flatMap(reading ->
                        reading instanceof Legible(Observed observed) ? Optional.of(observed) : Optional.empty());
    }

    private void sendAgain(Sql sql, QuarantineRow row, Settlement settlement) {
        var sent = observed(row);
        access.requireRelease(row, sent.map(said -> said.submission().kind()));
        var observed =
                sent.orElseThrow(() -> ProblemException.conflict("It cannot be read as an observation: discard it"));
        refuseWhatComesBack(row, settlement, observed);
        var author = author(row, observed);
        var submission = submission(observed.submission(), author, settlement.newId());
        refuseUsedId(sql, submission);
        var released = new Observed(
                submission, observed.receivedAt(), author, Optional.of(new Release(row.id, settlement.patientId())));
        Outbox.tell(sql, key(released), StreamWriter.write(released));
    }

    /// Whoever releases what nobody is known to have entered answers for it. Of which ward an author was is no matter
    /// any more, once somebody of the patient's ward has released it.
    private Optional<Author> author(QuarantineRow row, Observed observed) {
        if (row.reason.equals(QuarantineReason.UNVERIFIED_AUTHOR.word())) {
            return Optional.of(
                    new Author(user.username(), Optional.of(user.role().word()), Optional.of(trail.address())));
        }
        return row.reason.equals(QuarantineReason.OTHER_WARD.word())
                ? observed.author().map(Author::ofAnyWard)
                : observed.author();
    }

    /// Its author is its sender.
    private static Submission submission(Submission sent, Optional<Author> author, Optional<String> newId) {
        return sent.named(
                new ObservationId(Author.sender(author), newId.orElse(sent.id().value())));
    }

    /// What would only come back is not sent again.
    private static void refuseWhatComesBack(QuarantineRow row, Settlement settlement, Observed observed) {
        var conflict = row.reason.equals(QuarantineReason.ID_CONFLICT.word());
        if (conflict && settlement.newId().isEmpty()) {
            throw ProblemException.conflict(USED);
        }
        if (QuarantineReason.isOfTheWard(row.reason) && settlement.patientId().isPresent()) {
            throw ProblemException.conflict(
                    "It is released for the patient whom it names: release it without patientId, or discard it");
        }
        var unverified = row.reason.equals(QuarantineReason.UNVERIFIED_AUTHOR.word());
        if (unverified && observed.submission().corrects().isPresent()) {
            throw ProblemException.conflict(
                    "It corrects what another sender sent: enter it yourself, and discard this");
        }
        if (!conflict && !unverified && settlement.newId().isPresent()) {
            throw ProblemException.conflict("A newId is for an id-conflict only: release it without, or discard it");
        }
        if (row.reason.equals(QuarantineReason.AMBIGUOUS_TARGET.word())) {
            throw ProblemException.conflict(
                    "It names no sender, and several have an observation of that id: discard it, and send a"
                            + " retraction that names one");
        }
        if (row.reason.equals(QuarantineReason.NOT_PERMITTED.word())) {
            throw ProblemException.conflict("Whoever entered it may not withdraw its target: discard it, and have it"
                    + " withdrawn by somebody who may");
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

    /// As intake keys it: by the patient where one is known, else by the device.
    private static String key(Observed released) {
        return released.patientId().map(PatientId::value).orElseGet(() -> switch (released.submission()
                .subject()) {
            case Subject.ByPatient(var patient) -> patient.value();
            case Subject.ByDevice(var device) -> device.value();
        });
    }

    private QuarantineRow settled(QuarantineRow row, QuarantineStatus as, String note) {
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
            throw ProblemException.conflict("It is settled: " + row.state);
        }
        return row;
    }

    QuarantineRow read(String id) {
        return transactions.run(_ -> find(id, LockModeType.NONE));
    }

    /// Whose it is, is named in the audit trail, whatever becomes of the request.

    private QuarantineRow find(String id, LockModeType lock) {
        return Visibility.uuid(id)
                .flatMap((UUID known) -> QuarantineRow.<QuarantineRow>findByIdOptional(known, lock))
                .map(this::named)
                .filter(access::maySee)
                .orElseThrow(() -> ProblemException.notFound("There is no such record in quarantine"));
    }

    private QuarantineRow named(QuarantineRow row) {
        Optional.ofNullable(row.patientId).ifPresent(trail::about);
        return row;
    }
}
