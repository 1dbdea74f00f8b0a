package health.vigil.patient.episode;

import health.vigil.access.CurrentUser;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Transactions;
import health.vigil.audit.AuditTrail;
import health.vigil.problem.ProblemException;
import health.vigil.store.EpisodeRow;
import health.vigil.store.Sql;
import health.vigil.store.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// Keeps pauses of checks, and lets the plan look again when they change.
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
        return transactions.change(sql -> {
            var id = UUID.randomUUID();
            sql.update(
                    "insert into check_pause (id, episode_id, \"check\", reason, note, paused_from, until, paused_by)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    episode.id,
                    wish.check(),
                    wish.reason(),
                    wish.note(),
                    MicrosecondClock.now(),
                    wish.until(),
                    user.username());
            lookAgain(sql, episode);
            return one(sql, id);
        });
    }

    /// Takes a pause back; one that is over stays as it was.
    void end(EpisodeRow episode, UUID id) {
        transactions.change(sql -> {
            var ended = sql.update(
                    "update check_pause set ended_at = ?, ended_by = ? where id = ? and episode_id = ?"
                            + " and ended_at is null and until > ? and paused_from < ?",
                    MicrosecondClock.now(),
                    user.username(),
                    id,
                    episode.id,
                    MicrosecondClock.now(),
                    MicrosecondClock.now());
            if (ended == 0) {
                throw missing();
            }
            lookAgain(sql, episode);
            return ended;
        });
    }

    /// The newest first.
    List<PauseView> of(EpisodeRow episode) {
        return transactions.run(sql -> sql.list(
                "select " + PauseView.COLUMNS + " from check_pause where episode_id = ?"
                        + " order by paused_from desc, id limit ?",
                PauseView::of,
                episode.id,
                MOST));
    }

    private static PauseView one(Sql sql, UUID id) {
        return sql.first("select " + PauseView.COLUMNS + " from check_pause where id = ?", PauseView::of, id)
                .orElseThrow();
    }

    private static void lookAgain(Sql sql, EpisodeRow episode) {
        Timers.hurry(sql, Timers.CHECK, List.of(episode.id.toString()));
    }

    static ProblemException missing() {
        return ProblemException.notFound("There is no such pause that lasts");
    }
}
