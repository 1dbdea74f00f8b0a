package health.vigil.api.home;

import health.vigil.access.CurrentUser;
import health.vigil.api.Transactions;
import health.vigil.audit.AuditTrail;
import health.vigil.context.DischargeLine;
import health.vigil.context.ReadinessTick;
import health.vigil.problem.ProblemException;
import health.vigil.store.DischargeTicks;
import health.vigil.store.EpisodeRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Stores what people say about the lines of the list.
@ApplicationScoped
class ReadinessTicks {
    private static final String ACTIVE = "active";

    private final Transactions transactions;
    private final CurrentUser user;
    private final AuditTrail trail;

    ReadinessTicks(Transactions transactions, CurrentUser user, AuditTrail trail) {
        this.transactions = transactions;
        this.user = user;
        this.trail = trail;
    }

    /// The note is only in the record of the patient.
    void tick(EpisodeRow episode, String id, TickRequest request) {
        var line = DischargeLine.of(id)
                .filter(DischargeLine::ticked)
                .orElseThrow(() -> ProblemException.notFound("There is no such line that a person ticks"));
        if (!episode.status.equals(ACTIVE)) {
            throw ProblemException.conflict("The episode has ended");
        }
        transactions.change(sql -> {
            var tick = new ReadinessTick(
                    UUID.randomUUID(), line, request.done(), sql.now(), user.username(), request.note());
            trail.because(line.id() + ": " + (request.done() ? "done" : "not done"));
            DischargeTicks.add(sql, episode.id, tick);
            return tick;
        });
    }
}
