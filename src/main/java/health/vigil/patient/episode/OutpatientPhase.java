package health.vigil.patient.episode;

import health.vigil.access.CurrentUser;
import health.vigil.access.HomeGate;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Transactions;
import health.vigil.audit.AuditTrail;
import health.vigil.history.FactsCorrection;
import health.vigil.problem.ProblemException;
import health.vigil.store.AlertLog;
import health.vigil.store.EpisodePlaces;
import health.vigil.store.EpisodeRow;
import health.vigil.store.OutpatientWatches;
import health.vigil.store.OutpatientWatches.BegunWatch;
import health.vigil.store.Sql;
import health.vigil.store.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Begins and ends the time in which a patient is watched at home. The episode stays active.
@ApplicationScoped
class OutpatientPhase {
    private final Transactions transactions;
    private final WardMoves moves;
    private final HomeGate home;
    private final OutpatientWard coordinators;
    private final CurrentUser user;
    private final AuditTrail trail;

    OutpatientPhase(
            Transactions transactions,
            WardMoves moves,
            HomeGate home,
            OutpatientWard coordinators,
            CurrentUser user,
            AuditTrail trail) {
        this.transactions = transactions;
        this.moves = moves;
        this.home = home;
        this.coordinators = coordinators;
        this.user = user;
        this.trail = trail;
    }

    /// Watches the patient at home, and moves the patient to the ward of the outpatient coordinators, which gets
    /// the alerts from now on.
    EpisodeRow begin(UUID id, OutpatientRequest request) {
        home.require();
        var ward = request.ward()
                .or(coordinators::name)
                .orElseThrow(() ->
                        ProblemException.invalid("ward", "is missing: name the ward of the outpatient coordinators"));
        request.note().ifPresent(trail::because);
        transactions.change(sql -> {
            var episode = EpisodeChanges.active(id);
            if (request.at().isBefore(EpisodeChanges.beginning(episode))) {
                throw ProblemException.invalid("at", "must not be before the episode began");
            }
            var now = MicrosecondClock.now();
            var watch = new BegunWatch(id, request.at(), user.username(), now, request.note());
            if (!OutpatientWatches.begin(sql, watch)) {
                throw ProblemException.conflict("The patient is watched at home already");
            }
            moves.move(sql, episode, place(ward, request.bed()), now);
            AlertLog.move(sql, id, episode.ward, episode.bed, now);
            lookAgain(sql, id);
            return id;
        });
        return stored(id);
    }

    /// The patient is an inpatient again, with the checks of one. The ward stays until the patient is moved.
    EpisodeRow end(UUID id, ReversalRequest reason) {
        trail.because(reason.reason());
        transactions.change(sql -> {
            EpisodeChanges.active(id);
            if (!OutpatientWatches.end(sql, id, MicrosecondClock.now(), user.username(), reason.reason())) {
                throw ProblemException.conflict("The patient is not watched at home");
            }
            lookAgain(sql, id);
            return id;
        });
        return stored(id);
    }

    /// Patients at home share no bed.
    private static EpisodePatch place(String ward, Optional<String> bed) {
        return new EpisodePatch(
                Optional.of(ward),
                bed.or(() -> Optional.of(EpisodePlaces.UNKNOWN_BED)),
                Optional.empty(),
                FactsCorrection.NONE,
                Optional.empty());
    }

    private static void lookAgain(Sql sql, UUID id) {
        Timers.makeDue(sql, Timers.CHECK, List.of(id.toString()));
    }

    private EpisodeRow stored(UUID id) {
        return transactions.run(_ -> EpisodeRow.findById(id));
    }
}
