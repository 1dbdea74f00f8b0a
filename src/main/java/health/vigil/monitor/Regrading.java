package health.vigil.monitor;

import health.vigil.grading.Policy;
import health.vigil.store.Checkpoints;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.Episodes;
import health.vigil.store.Fold;
import health.vigil.store.Folded;
import health.vigil.store.GradeChanges;
import health.vigil.store.GradeChanges.Told;
import health.vigil.store.Observations;
import health.vigil.store.Quarantine;
import health.vigil.store.Sql;
import health.vigil.store.Start;
import health.vigil.store.Starts;
import health.vigil.store.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Grades episodes again and writes how that differs from what was told. The rules are pure and run before anything is
/// written, so that an episode on which they fail leaves nothing behind.
@ApplicationScoped
class Regrading {
    private static final Logger LOG = Logger.getLogger(Regrading.class);

    private final Starts starts;
    private final Policy policy;

    Regrading(Starts starts, Policy policy) {
        this.starts = starts;
        this.policy = policy;
    }

    /// @param failed episodes on which the rules failed
    record Outcome(List<Regraded> regraded, List<Touch> failed) {}

    /// @param now by the database's clock
    Outcome of(Sql sql, Collection<Touch> touches, Instant now, int partitions) {
        if (touches.isEmpty()) {
            return new Outcome(List.of(), List.of());
        }
        var wants = touches.stream().map(Touch::want).toList();
        var folded = fold(sql, starts.of(sql, wants, Observations.EVER), now);
        var told = GradeChanges.told(sql, wants).stream().collect(Collectors.groupingBy(Told::episode));
        var regraded = touches.stream()
                .filter(touch -> folded.containsKey(touch.episode().id()))
                .map(touch -> regraded(touch, folded, told))
                .toList();
        write(sql, regraded, now, partitions);
        return new Outcome(
                regraded,
                touches.stream()
                        .filter(touch -> !folded.containsKey(touch.episode().id()))
                        .toList());
    }

    private static Regraded regraded(Touch touch, Map<UUID, Folded> folded, Map<UUID, List<Told>> told) {
        var id = touch.episode().id();
        var result = Optional.ofNullable(folded.get(id)).orElseThrow();
        var since = touch.want().before();
        var known = result.changes().stream()
                .filter(change -> !change.at().isBefore(since))
                .toList();
        return new Regraded(touch, result, Revision.of(told.getOrDefault(id, List.of()), known));
    }

    /// The folds that the rules got through.
    private static Map<UUID, Folded> fold(Sql sql, Map<UUID, Start> starts, Instant now) {
        var folds = new HashMap<UUID, Fold>();
        starts.forEach((id, start) -> folds.put(id, new Fold(start)));
        Observations.graded(
                sql,
                List.copyOf(starts.values()),
                Observations.EVER,
                Observations.EVER,
                (id, observation) -> Optional.ofNullable(folds.get(id))
                        .filter(fold -> !survives(() -> fold.add(observation)))
                        .ifPresent(_ -> folds.remove(id)));
        var folded = new HashMap<UUID, Folded>();
        folds.forEach((id, fold) -> survives(() -> folded.put(id, fold.finish(now))));
        return folded;
    }

    private static boolean survives(Runnable step) {
        try {
            step.run();
            return true;
        } catch (DatabaseFailure failure) {
            throw failure;
        } catch (RuntimeException bug) {
            LOG.errorf("The rules failed on a patient: %s at %s", bug.getClass().getName(), bug.getStackTrace()[0]);
            return false;
        }
    }

    private void write(Sql sql, List<Regraded> regraded, Instant now, int partitions) {
        if (regraded.isEmpty()) {
            return;
        }
        Checkpoints.forget(
                sql, regraded.stream().map(each -> each.touch().want()).toList());
        checkpoints(sql, regraded);
        GradeChanges.withdraw(
                sql, regraded.stream().flatMap(Regraded::withdrawn).toList(), now);
        GradeChanges.add(sql, regraded.stream().flatMap(Regraded::added).toList(), policy.version());
        Episodes.graded(
                sql,
                regraded.stream()
                        .map(each -> each.graded(ungradable(sql, each)))
                        .toList());
        Timers.arm(sql, regraded.stream().map(each -> each.timer(partitions)).toList());
    }

    private void checkpoints(Sql sql, List<Regraded> regraded) {
        var kept = regraded.stream().flatMap(Regraded::milestones).toList();
        if (!kept.isEmpty()) {
            Checkpoints.save(sql, kept, policy.version());
        }
        regraded.stream().filter(Regraded::thinningDue).forEach(each -> thin(sql, each.id()));
    }

    private static void thin(Sql sql, UUID episode) {
        var superfluous = Thinning.superfluous(Checkpoints.places(sql, episode));
        if (!superfluous.isEmpty()) {
            Checkpoints.drop(sql, episode, superfluous);
        }
    }

    private static boolean ungradable(Sql sql, Regraded regraded) {
        var episode = regraded.touch().episode();
        return episode.gradingUnavailable().isPresent() && Quarantine.ungradable(sql, episode.patient());
    }
}
