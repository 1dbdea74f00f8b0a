package health.vigil.patient.episode;

import health.vigil.alert.AlertRules;
import health.vigil.alert.AlertState;
import health.vigil.alert.Resolution;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Transactions;
import health.vigil.audit.AuditTrail;
import health.vigil.observation.PatientId;
import health.vigil.outbox.Outbox;
import health.vigil.outbox.StayBindings;
import health.vigil.problem.ProblemException;
import health.vigil.store.AlertLog;
import health.vigil.store.AlertLog.Event;
import health.vigil.store.Alerts;
import health.vigil.store.BoundDevices;
import health.vigil.store.EpisodeRow;
import health.vigil.store.FirstInfusions;
import health.vigil.store.PatientMerges;
import health.vigil.store.Sql;
import health.vigil.store.StandingAlert;
import health.vigil.store.StandingAlerts;
import health.vigil.store.Timers;
import health.vigil.stream.StreamRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Undoes a discharge or a whole admission that was made in error.
@ApplicationScoped
class EpisodeReversals {
    private final Transactions transactions;
    private final AlertRules rules;
    private final AuditTrail trail;

    EpisodeReversals(Transactions transactions, AlertRules rules, AuditTrail trail) {
        this.transactions = transactions;
        this.rules = rules;
        this.trail = trail;
    }

    /// Undoes a discharge: the patient is watched again. Alerts that ended with the discharge open again, until
    /// the monitor finds that their condition has cleared.
    EpisodeRow undoDischarge(UUID id, ReversalRequest reason) {
        trail.because(reason.reason());
        return transactions.change(sql -> {
            var episode = EpisodeChanges.locked(id);
            requireUndoable(episode, PatientMerges.lock(sql, new PatientId(episode.patientId)));
            episode.status = Status.ACTIVE.word();
            episode.endedAt = null;
            episode.dischargeNote = null;
            episode.persistAndFlush();
            var patient = new PatientId(episode.patientId);
            Outbox.add(sql, patient, new StreamRecord.EpisodeAdmitted(id, patient));
            wake(sql, episode);
            reopen(sql, id);
            return episode;
        });
    }

    /// A stay under another number that began before this one ended holds no observation of this one, so it does
    /// not prevent the undo.
    private static void requireUndoable(EpisodeRow episode, List<String> numbers) {
        if (!episode.status.equals(Status.ENDED.word())) {
            throw ProblemException.conflict("The episode has not ended");
        }
        EpisodeRow.<EpisodeRow>find(
                        "patientId in ?1 and voidedAt is null and id <> ?2 and (status = ?3 or (patientId = ?4 and"
                                + " admittedAt > ?5) or (patientId <> ?4 and admittedAt > ?6 and infusedAt > ?6))",
                        numbers,
                        episode.id,
                        Status.ACTIVE.word(),
                        episode.patientId,
                        episode.admittedAt,
                        episode.endedAt)
                .firstResultOptional()
                .ifPresent(other -> {
                    throw ProblemException.conflict(
                            "The patient was admitted again since: void or correct that episode, " + other.id);
                });
    }

    private void reopen(Sql sql, UUID episode) {
        var now = MicrosecondClock.now();
        var ended = StandingAlerts.endedByDischarge(sql, episode);
        ended.forEach(alert -> Alerts.reopen(
                sql,
                alert.id(),
                AlertState.Open.raised(rules.table().row(alert.rule()).escalation(), now)));
        AlertLog.append(sql, ended.stream().map(StandingAlert::id).toList(), Event.RAISED, now);
    }

    /// Voids an admission: it is no longer shown, and holds no observation. The monitor assigns its observations
    /// to the patient's other episodes, or keeps them until the patient is admitted.
    EpisodeRow voidAdmission(UUID id, ReversalRequest reason, String by) {
        trail.because(reason.reason());
        return transactions.change(sql -> {
            var episode = EpisodeChanges.locked(id);
            var now = MicrosecondClock.now();
            var watched = episode.status.equals(Status.ACTIVE.word());
            episode.status = Status.ENDED.word();
            episode.endedAt = Optional.ofNullable(episode.endedAt).orElse(now);
            episode.voidedAt = now;
            episode.voidedBy = by;
            episode.voidReason = reason.reason();
            episode.persistAndFlush();
            FirstInfusions.release(sql, id);
            var patient = new PatientId(episode.patientId);
            Outbox.add(sql, patient, new StreamRecord.EpisodeVoided(id, patient));
            if (watched) {
                StayBindings.end(sql, patient, now, by);
            }
            var ended = StandingAlerts.unresolved(sql, Set.of(id)).stream()
                    .map(StandingAlert::id)
                    .toList();
            Alerts.resolve(sql, ended, now, Optional.of(Resolution.VOIDED));
            AlertLog.append(sql, ended, Event.RESOLVED, now);
            return episode;
        });
    }

    private static void wake(Sql sql, EpisodeRow episode) {
        Timers.makeDue(sql, Timers.CHECK, List.of(episode.id.toString()));
        Timers.makeDue(sql, Timers.DEVICE, BoundDevices.of(sql, new PatientId(episode.patientId)));
    }
}
