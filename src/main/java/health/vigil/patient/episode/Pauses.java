package health.vigil.patient.episode;

import health.vigil.access.CurrentUser;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Transactions;
import health.vigil.audit.AuditTrail;
import health.vigil.problem.ProblemException;
import health.vigil.store.CheckPauses;
import health.vigil.store.CheckPauses.BegunPause;
import health.vigil.store.EpisodeRow;
import health.vigil.store.Sql;
import health.vigil.store.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// Stores the pauses of checks. After a change the plan calculates again which checks are due.
@ApplicationScoped
class Pauses {
    private static final int MOST = 1000;

    private final Transactions transactions;
    private final CurrentUser user;
    private final AuditTrail trail;

    Pauses(Transactions transactions, CurrentUser user, AuditTrail trail) {
        this.transactions = transactions;
        this.user = user;
        this.trail = trail;
    }

    PauseView pause(EpisodeRow episode, PauseRequest wish) {
        if (!episode.status.equals(Status.ACTIVE.word())) {
            throw ProblemException.conflict("The episode has ended");
        }
        trail.because(
                wish.reason().word() + wish.note().map(note -> ": " + note).orElse(""));
        var pause = new BegunPause(
                UUID.randomUUID(),
                episode.id,
                wish.check(),
                wish.reason(),
                wish.note(),
                MicrosecondClock.now(),
                wish.until(),
                user.username());
        return transactions.change(sql -> {
            CheckPauses.add(sql, pause);
            lookAgain(sql, episode);
            return PauseView.of(pause);
        });
    }

    /// Ends a pause now. A pause that is over does not change.
    void end(EpisodeRow episode, UUID id) {
        transactions.change(sql -> {
            if (!CheckPauses.end(sql, episode.id, id, user.username(), MicrosecondClock.now())) {
                throw missing();
            }
            lookAgain(sql, episode);
            return id;
        });
    }

    /// The pauses of an episode, newest first.
    List<PauseView> of(EpisodeRow episode) {
        return transactions.run(sql -> CheckPauses.of(sql, episode.id, MOST)).stream()
                .map(PauseView::of)
                .toList();
    }

    private static void lookAgain(Sql sql, EpisodeRow episode) {
        Timers.makeDue(sql, Timers.CHECK, List.of(episode.id.toString()));
    }

    static ProblemException missing() {
        return ProblemException.notFound("There is no such pause, or it has ended");
    }
}
