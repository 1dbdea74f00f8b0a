package health.vigil.patient.episode;

import health.vigil.access.CurrentUser;
import health.vigil.alert.Resolution;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Transactions;
import health.vigil.audit.AuditTrail;
import health.vigil.history.FurtherInfusion;
import health.vigil.observation.PatientId;
import health.vigil.outbox.Outbox;
import health.vigil.outbox.StayBindings;
import health.vigil.problem.ProblemException;
import health.vigil.store.AlertLog;
import health.vigil.store.AlertLog.Event;
import health.vigil.store.Alerts;
import health.vigil.store.Alerts.MovedAlert;
import health.vigil.store.EpisodeRow;
import health.vigil.store.PatientNumbers;
import health.vigil.store.Sql;
import health.vigil.store.StandingAlerts;
import health.vigil.store.Timers;
import health.vigil.stream.StreamRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

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

    /// Moves the open alerts with the patient: the new ward is alerted, and the former ward no longer hears them.
    private void move(Sql sql, EpisodeRow episode, EpisodePatch change) {
        var now = MicrosecondClock.now();
        moves.move(sql, episode, change, now);
        var moved = Alerts.move(sql, episode.id, episode.ward, episode.bed).stream()
                .collect(partitioningBy(MovedAlert::acknowledged, mapping(MovedAlert::id, toList())));
        AlertLog.append(sql, moved.getOrDefault(false, List.of()), Event.RAISED, now);
        AlertLog.append(sql, moved.getOrDefault(true, List.of()), Event.ACKNOWLEDGED, now);
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
            Timers.makeDue(sql, Timers.CHECK, List.of(id.toString()));
            StayBindings.end(sql, new PatientId(episode.patientId), discharge.at(), user.username());
            alertsEnd(sql, id);
            sort(sql, episode);
            return episode;
        });
    }

    /// Episodes of several numbers may overlap. When one ends, some observations may belong to another.
    private static void sort(Sql sql, EpisodeRow episode) {
        var patient = new PatientId(episode.patientId);
        if (PatientNumbers.of(sql, patient).all().size() > 1) {
            Outbox.add(sql, patient, new StreamRecord.EpisodeAdmitted(episode.id, patient));
        }
    }

    /// Ends the open alerts of a discharged patient, because nobody watches the patient any more.
    private static void alertsEnd(Sql sql, UUID episode) {
        var now = MicrosecondClock.now();
        var ended = StandingAlerts.ofTheStay(sql, episode);
        Alerts.resolve(sql, ended, now, Optional.of(Resolution.DISCHARGED));
        AlertLog.append(sql, ended, Event.RESOLVED, now);
    }

    /// The admission or the first infusion, whichever is earlier: a patient may be discharged before a planned
    /// infusion, and admitted after one.
    private static Instant beginning(EpisodeRow episode) {
        return episode.infusedAt.isBefore(episode.admittedAt) ? episode.infusedAt : episode.admittedAt;
    }

    /// Loads an episode with a lock. A voided one is not found.
    static EpisodeRow locked(UUID id) {
        return Optional.of(EpisodeRow.<EpisodeRow>findById(id, LockModeType.PESSIMISTIC_WRITE))
                .filter(episode -> episode.voidedAt == null)
                .orElseThrow(() -> ProblemException.conflict("The admission was voided"));
    }

    private static EpisodeRow active(UUID id) {
        return Optional.of(EpisodeRow.<EpisodeRow>findById(id, LockModeType.PESSIMISTIC_WRITE))
                .filter(episode -> episode.status.equals(Status.ACTIVE.word()))
                .orElseThrow(() -> ProblemException.conflict("The episode has ended"));
    }
}
