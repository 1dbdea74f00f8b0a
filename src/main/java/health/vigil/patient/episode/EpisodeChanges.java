package health.vigil.patient.episode;

import health.vigil.access.CurrentUser;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Transactions;
import health.vigil.audit.AuditTrail;
import health.vigil.history.FurtherInfusion;
import health.vigil.observation.PatientId;
import health.vigil.outbox.Discharges;
import health.vigil.outbox.Discharges.EndedEpisode;
import health.vigil.problem.ProblemException;
import health.vigil.store.AlertLog;
import health.vigil.store.EpisodeRow;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Moves, corrections, further infusions and discharges.
@ApplicationScoped
class EpisodeChanges {
    private final Transactions transactions;
    private final Corrections corrections;
    private final CorrectionCheck check;
    private final WardMoves moves;
    private final CurrentUser user;
    private final AuditTrail trail;

    EpisodeChanges(
            Transactions transactions,
            Corrections corrections,
            CorrectionCheck check,
            WardMoves moves,
            CurrentUser user,
            AuditTrail trail) {
        this.transactions = transactions;
        this.corrections = corrections;
        this.check = check;
        this.moves = moves;
        this.user = user;
        this.trail = trail;
    }

    /// Applies a move at once. Sends a correction through the stream, and waits until the grade reflects it.
    EpisodeRow change(UUID id, EpisodePatch change, String by) {
        change.reason().ifPresent(trail::because);
        var sent = transactions.change(sql -> {
            var changes = send(sql, id, change, by);
            if (change.moves()) {
                move(sql, active(id), change);
            }
            return changes;
        });
        sent.forEach(corrections::await);
        return transactions.run(_ -> EpisodeRow.findById(id));
    }

    private List<UUID> send(Sql sql, UUID id, EpisodePatch change, String by) {
        var sent = new ArrayList<UUID>();
        if (change.baseline().isPresent()) {
            corrections.send(sql, locked(id), change, by).ifPresent(sent::add);
        }
        if (change.facts().corrects()) {
            var episode = locked(id);
            check.correction(sql, episode, change.facts());
            sent.add(corrections.send(
                    sql, episode, change.facts(), new Corrections.CorrectionRequest(by, change.reason())));
        }
        return sent;
    }

    /// Sends a further infusion through the stream, and waits until the grade reflects it.
    EpisodeRow infused(UUID id, FurtherInfusion infusion, String by) {
        var sent = transactions.change(sql -> {
            var episode = locked(id);
            check.infusion(episode, infusion);
            return corrections.send(sql, episode, infusion, by);
        });
        corrections.await(sent);
        return transactions.run(_ -> EpisodeRow.findById(id));
    }

    private void move(Sql sql, EpisodeRow episode, EpisodePatch change) {
        var now = MicrosecondClock.now();
        moves.move(sql, episode, change, now);
        AlertLog.move(sql, episode.id, episode.ward, episode.bed, now);
    }

    EpisodeRow discharge(UUID id, Discharge discharge) {
        return transactions.change(sql -> {
            var episode = active(id);
            if (discharge.at().isBefore(beginning(episode))) {
                throw ProblemException.invalid("at", "must not be before the episode began");
            }
            episode.status = Status.ENDED.word();
            episode.endedAt = discharge.at();
            episode.dischargeNote = discharge.note().orElse(null);
            discharge.note().ifPresent(trail::because);
            Discharges.follow(
                    sql,
                    new EndedEpisode(id, new PatientId(episode.patientId), discharge.at(), user.username()),
                    MicrosecondClock.now());
            return episode;
        });
    }

    /// The admission or the first infusion, whichever is earlier: a patient may be discharged before a planned
    /// infusion, and admitted after one.
    static Instant beginning(EpisodeRow episode) {
        return episode.infusedAt.isBefore(episode.admittedAt) ? episode.infusedAt : episode.admittedAt;
    }

    /// Loads an episode with a lock. A voided one is not found.
    static EpisodeRow locked(UUID id) {
        return Optional.of(EpisodeRow.<EpisodeRow>findById(id, LockModeType.PESSIMISTIC_WRITE))
                .filter(episode -> episode.voidedAt == null)
                .orElseThrow(() -> ProblemException.conflict("The admission was voided"));
    }

    static EpisodeRow active(UUID id) {
        return Optional.of(EpisodeRow.<EpisodeRow>findById(id, LockModeType.PESSIMISTIC_WRITE))
                .filter(episode -> episode.status.equals(Status.ACTIVE.word()))
                .orElseThrow(() -> ProblemException.conflict("The episode has ended"));
    }
}
