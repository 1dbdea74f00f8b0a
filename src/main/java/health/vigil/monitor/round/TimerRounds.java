package health.vigil.monitor.round;

import health.vigil.alert.AlertRules;
import health.vigil.history.RegradeRequests;
import health.vigil.monitor.batch.AlertCollector;
import health.vigil.monitor.batch.BatchTransaction;
import health.vigil.monitor.batch.ClaimLost;
import health.vigil.monitor.batch.FoldMemory;
import health.vigil.monitor.batch.Poison;
import health.vigil.monitor.batch.Regrading;
import health.vigil.monitor.batch.Regrading.RegradeResult;
import health.vigil.monitor.batch.TimerWakeups;
import health.vigil.monitor.loop.Rounds;
import health.vigil.store.Database;
import health.vigil.store.Episodes;
import health.vigil.store.Partitions;
import health.vigil.store.Partitions.Claim;
import health.vigil.store.Sql;
import health.vigil.store.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/// Fires the timers of a partition: grades that change because time passes, and escalations.
@ApplicationScoped
public class TimerRounds implements Rounds {
    private static final Logger LOG = Logger.getLogger(TimerRounds.class);
    private static final int AT_ONCE = 200;

    private final Database database;
    private final Regrading regrading;
    private final AlertRules rules;
    private final EscalationRound escalations;
    private final FoldMemory memory;

    public TimerRounds(
            Database database, Regrading regrading, FoldMemory memory, AlertRules rules, EscalationRound escalations) {
        this.database = database;
        this.regrading = regrading;
        this.memory = memory;
        this.rules = rules;
        this.escalations = escalations;
    }

    @Override
    public List<Integer> due(List<Integer> partitions) {
        return partitions.isEmpty() ? List.of() : database.read(sql -> Timers.due(sql, partitions));
    }

    @Override
    public void fire(Claim claim, int partitions) {
        try {
            fire(claim, partitions, AT_ONCE);
        } catch (RuntimeException failure) {
            if (!Poison.is(failure)) {
                throw failure;
            }
            fireTheFirst(claim, partitions);
        }
    }

    /// Fires one timer at a time, so that a patient who cannot be graded does not block the others.
    private void fireTheFirst(Claim claim, int partitions) {
        try {
            fire(claim, partitions, 1);
        } catch (RuntimeException failure) {
            if (!Poison.is(failure)) {
                throw failure;
            }
            LOG.errorf("A patient could not be graded again: %s", Poison.describe(failure));
            database.execute(sql -> giveUp(sql, claim));
        }
    }

    private void fire(Claim claim, int partitions, int atOnce) {
        memory.after(claim, () -> database.transact(sql -> fire(sql, claim, partitions, atOnce)), graded -> graded);
    }

    private void giveUp(Sql sql, Claim claim) {
        var now = Partitions.lock(sql, claim).orElseThrow(ClaimLost::new).now();
        var episodes = Timers.take(sql, claim.source().partition(), 1);
        var alerts = new AlertCollector(rules, now);
        Episodes.lockPatientsOf(sql, episodes).values().stream()
                .flatMap(List::stream)
                .filter(episode -> episodes.contains(episode.id()))
                .forEach(episode -> {
                    Episodes.unavailable(sql, episode, BatchTransaction.UNGRADABLE);
                    alerts.gradingFailed(episode);
                });
        alerts.write(sql);
    }

    private RegradeResult fire(Sql sql, Claim claim, int partitions, int atOnce) {
        var turn = Partitions.lock(sql, claim).orElseThrow(ClaimLost::new);
        var episodes = Timers.take(sql, claim.source().partition(), atOnce);
        var requests =
                new RegradeRequests(turn.now(), regrading.policies(sql, turn).rulesSince());
        Episodes.lockPatientsOf(sql, episodes).values().stream()
                .flatMap(List::stream)
                .filter(episode -> episodes.contains(episode.id()))
                .forEach(requests::timePassed);
        var outcome = regrading.of(sql, claim, turn, requests.all(), partitions);
        var alerts = new AlertCollector(rules, turn.now());
        outcome.regraded().forEach(alerts::regraded);
        outcome.failed().forEach(request -> {
            Episodes.unavailable(sql, request.episode(), BatchTransaction.UNGRADABLE);
            alerts.gradingFailed(request.episode());
        });
        TimerWakeups.regraded(sql, outcome.regraded());
        alerts.write(sql);
        outcome.tell(sql);
        return outcome;
    }

    @Override
    public void escalate() {
        escalations.fire();
    }
}
