package health.vigil.monitor.batch;

import health.vigil.grading.Policies;
import health.vigil.grading.Policies.Term;
import health.vigil.grading.Policy;
import health.vigil.history.Contest;
import health.vigil.history.Fold;
import health.vigil.history.Folded;
import health.vigil.history.Lived;
import health.vigil.history.RecordedChange;
import health.vigil.history.Revision;
import health.vigil.history.Shown;
import health.vigil.history.Start;
import health.vigil.history.Thinning;
import health.vigil.history.Touch;
import health.vigil.history.Want;
import health.vigil.store.Checkpoints;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.Episodes;
import health.vigil.store.GradeChanges;
import health.vigil.store.Observations;
import health.vigil.store.PolicyTerms;
import health.vigil.store.Quarantine;
import health.vigil.store.Sql;
import health.vigil.store.Starts;
import health.vigil.store.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Grades episodes again and writes how that differs from what was told. The rules are pure and run before anything is
/// written, so that an episode on which they fail leaves nothing behind.
@ApplicationScoped
public class Regrading {
    private static final Logger LOG = Logger.getLogger(Regrading.class);

    private final Starts starts;
    private final Policy policy;

    public Regrading(Starts starts, Policy policy) {
        this.starts = starts;
        this.policy = policy;
    }

    /// The episodes that were graded again, and the others.
    ///
    /// @param failed episodes on which the rules failed
    public record Outcome(List<Regraded> regraded, List<Touch> failed) {}

    /// Grades episodes again and writes the result.
    ///
    /// @param now by the database's clock
    public Outcome of(Sql sql, Collection<Touch> touches, Instant now, int partitions) {
        if (touches.isEmpty()) {
            return new Outcome(List.of(), List.of());
        }
        var policies = PolicyTerms.of(sql, policy);
        var lived = live(sql, touches, policies, now);
        var wants = touches.stream().map(Touch::want).toList();
        var told = GradeChanges.told(sql, wants).stream().collect(Collectors.groupingBy(RecordedChange::episode));
        var regraded = touches.stream()
                .flatMap(touch -> Optional.ofNullable(lived.get(touch.episode().id())).stream()
                        .map(terms -> regraded(touch, policies, terms, told)))
                .toList();
        write(sql, regraded, now, partitions);
        return new Outcome(
                regraded,
                touches.stream()
                        .filter(touch -> !lived.containsKey(touch.episode().id()))
                        .toList());
    }

    private static Regraded regraded(
            Touch touch, Policies policies, List<Lived> terms, Map<UUID, List<RecordedChange>> told) {
        var known = Lived.changes(terms, touch.want().before());
        var shown = shown(
                touch,
                terms.getFirst().folded(),
                told.getOrDefault(touch.episode().id(), List.of()));
        var revision = Revision.of(shown, known);
        return new Regraded(touch, policies, terms.getLast().folded(), revision);
    }

    private static Shown shown(Touch touch, Folded folded, List<RecordedChange> told) {
        var episode = touch.episode();
        return new Shown(
                told,
                episode.gradedTo().orElse(Instant.MIN),
                episode.admittedAt(),
                folded.graded(touch.want().before()),
                episode.gradedTo().map(_ -> touch.contest()).orElse(Contest.NONE));
    }

    /// Each episode under the numbers that were in force from where it is touched; without those on which the rules
    /// failed.
    private Map<UUID, List<Lived>> live(Sql sql, Collection<Touch> touches, Policies policies, Instant now) {
        var lived = new HashMap<UUID, List<Lived>>();
        var failed = new HashSet<UUID>();
        for (var term : policies.terms()) {
            var wants = touches.stream()
                    .map(Touch::want)
                    .filter(want -> policies.reaching(want.before()).contains(term))
                    .toList();
            var folded = wants.isEmpty() ? Map.<UUID, Folded>of() : fold(sql, wants, term, now);
            for (var want : wants) {
                var id = want.episode().id();
                Optional.ofNullable(folded.get(id))
                        .ifPresentOrElse(
                                fold -> lived.computeIfAbsent(id, _ -> new ArrayList<>())
                                        .add(new Lived(term, fold)),
                                () -> failed.add(id));
            }
        }
        lived.keySet().removeAll(failed);
        return lived;
    }

    /// The folds that the rules got through, each up to now or to the end of the term.
    private Map<UUID, Folded> fold(Sql sql, List<Want> wants, Term term, Instant now) {
        var open = term.until().equals(Instant.MAX);
        var last = open ? Observations.EVER : term.until().minusNanos(1000);
        return fold(sql, starts.of(sql, wants, Observations.EVER, term.policy()), last, open ? now : last);
    }

    private static Map<UUID, Folded> fold(Sql sql, Map<UUID, Start> starts, Instant last, Instant now) {
        var folds = new HashMap<UUID, Fold>();
        starts.forEach((id, start) -> folds.put(id, new Fold(start)));
        Observations.graded(
                sql,
                List.copyOf(starts.values()),
                last,
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

    private static void write(Sql sql, List<Regraded> regraded, Instant now, int partitions) {
        if (regraded.isEmpty()) {
            return;
        }
        Checkpoints.forget(
                sql, regraded.stream().map(each -> each.touch().want()).toList());
        checkpoints(sql, regraded, regraded.getFirst().policies().newest().policy());
        GradeChanges.withdraw(
                sql, regraded.stream().flatMap(Regraded::withdrawn).toList(), now);
        GradeChanges.add(sql, regraded.stream().flatMap(Regraded::added).toList());
        Episodes.graded(
                sql,
                regraded.stream()
                        .map(each -> each.graded(ungradable(sql, each)))
                        .toList());
        Timers.arm(sql, regraded.stream().map(each -> each.timer(partitions)).toList());
    }

    private static void checkpoints(Sql sql, List<Regraded> regraded, Policy policy) {
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
