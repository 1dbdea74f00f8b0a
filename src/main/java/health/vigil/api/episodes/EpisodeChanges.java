package health.vigil.api.episodes;

import health.vigil.access.AuditTrail;
import health.vigil.api.ProblemException;
import health.vigil.api.Transactions;
import health.vigil.observation.PatientId;
import health.vigil.store.BoundDevices;
import health.vigil.store.EpisodeRow;
import health.vigil.store.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Moves, corrected baselines and discharges.
@ApplicationScoped
class EpisodeChanges {
    private final Transactions transactions;
    private final BaselineCorrections corrections;
    private final AuditTrail trail;

    EpisodeChanges(Transactions transactions, BaselineCorrections corrections, AuditTrail trail) {
        this.transactions = transactions;
        this.corrections = corrections;
        this.trail = trail;
    }

    /// Moves at once; a corrected baseline goes by the stream, and this waits until the grade reflects it.
    EpisodeRow change(UUID id, Change change, String by) {
        var correction = transactions.change(sql -> {
            if (change.moves()) {
                move(active(id), change);
            }
            return change.baseline().flatMap(baseline -> corrections.send(sql, EpisodeRow.findById(id), baseline, by));
        });
        correction.ifPresent(corrections::await);
        return transactions.run(_ -> EpisodeRow.findById(id));
    }

    private static void move(EpisodeRow episode, Change change) {
        change.ward().ifPresent(ward -> episode.ward = ward);
        change.bed().ifPresent(bed -> episode.bed = bed);
    }

    EpisodeRow discharge(UUID id, Discharge discharge) {
        return transactions.change(sql -> {
            var episode = active(id);
            episode.status = Status.ENDED.word();
            episode.endedAt = discharge.at();
            episode.dischargeNote = discharge.note().orElse(null);
            discharge.note().ifPresent(trail::because);
            Timers.hurry(sql, Timers.CHECK, List.of(id.toString()));
            Timers.hurry(sql, Timers.DEVICE, BoundDevices.of(sql, new PatientId(episode.patientId)));
            return episode;
        });
    }

    private static EpisodeRow active(UUID id) {
        return Optional.of(EpisodeRow.<EpisodeRow>findById(id, LockModeType.PESSIMISTIC_WRITE))
                .filter(episode -> episode.status.equals(Status.ACTIVE.word()))
                .orElseThrow(() -> ProblemException.conflict("The episode has ended"));
    }
}
