package health.vigil.monitor.batch;

import health.vigil.exchange.SourceNote;
import health.vigil.history.Episode;
import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Retraction;
import health.vigil.observation.RetractionTarget;
import health.vigil.observation.Sender;
import health.vigil.stream.Author;
import health.vigil.stream.StreamRecord.Observed;
import health.vigil.stream.StreamRecord.Withdrawal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Why observations no longer stand.
///
/// @param token of the revision that stands instead
/// @param receivedAt when that one was received
/// @param episodes of the patient whom the record is about; may be empty
/// @param moved whether the record reports the same of another patient
record WithdrawalCause(
        IncomingRecord record,
        Optional<Author> author,
        Sender sender,
        SourceNote statement,
        String token,
        Instant receivedAt,
        List<Episode> episodes,
        boolean moved) {
    private static final String REASON = "Its sender reported otherwise";

    WithdrawalCause(Disposition.Apply apply, SourceNote statement) {
        this(apply, statement, statement.token(), apply.observation().receivedAt());
    }

    WithdrawalCause(Disposition.Apply apply, SourceNote statement, String token, Instant receivedAt) {
        this(
                apply.record(),
                apply.observed().author(),
                apply.observation().id().sender(),
                statement,
                token,
                receivedAt,
                apply.episodes(),
                true);
    }

    WithdrawalCause(Disposition.Withdraw withdraw, Withdrawal withdrawal) {
        this(
                withdraw.record(),
                Optional.of(withdrawal.author()),
                withdrawal.sender(),
                withdrawal.statement(),
                withdrawal.statement().token(),
                withdrawal.receivedAt(),
                withdraw.episodes(),
                false);
    }

    boolean isAbout(PatientId patient) {
        return !episodes.isEmpty() && episodes.getFirst().numbers().include(patient);
    }

    /// The retraction of one observation of the record's patient.
    Disposition.Apply retraction(ObservationId target, PatientId patient) {
        var id = new ObservationId(sender, SourceNote.retractionId(statement.key(), token, target.value()));
        var submission = new Submission(
                id,
                new Subject.ByPatient(patient),
                receivedAt,
                new Retraction(RetractionTarget.of(target), REASON),
                Optional.empty());
        var observed = new Observed(submission, receivedAt, author, Optional.empty());
        return new Disposition.Apply(
                record, observed, submission.of(patient, receivedAt), episodes, submission.withdraws());
    }
}
