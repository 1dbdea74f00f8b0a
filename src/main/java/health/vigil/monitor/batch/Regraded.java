package health.vigil.monitor.batch;

import health.vigil.alert.News;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Policies;
import health.vigil.history.Folded;
import health.vigil.history.Revision;
import health.vigil.history.Thinning;
import health.vigil.history.Touch;
import health.vigil.observation.Death;
import health.vigil.store.Checkpoints.Kept;
import health.vigil.store.Episodes;
import health.vigil.store.GradeChanges.Added;
import health.vigil.store.GradeChanges.Amendment;
import health.vigil.store.GradeChanges.Withdrawn;
import health.vigil.store.Timers;
import health.vigil.stream.Keys;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// An episode that was folded again, and how that differs from what was told of it.
public record Regraded(Touch touch, Policies policies, Folded folded, Revision revision) {
    Stream<Kept> milestones() {
        return folded.milestones().stream()
                .map(checkpoint -> new Kept(touch.episode().id(), checkpoint));
    }

    Stream<Withdrawn> withdrawn() {
        return revision.withdrawn().stream().map(told -> new Withdrawn(told, touch.by()));
    }

    Stream<Added> added() {
        var amending = revision.amending(touch.episode().gradedTo());
        return revision.added().stream().map(change -> added(change, amending));
    }

    private Added added(GradeChange change, Set<GradeChange> amending) {
        var amends = amending.contains(change);
        return new Added(
                touch.episode(),
                change,
                cause(change),
                policies.at(change.at()).version(),
                touch.knownAt(),
                new Amendment(amends, amends ? touch.by() : Optional.empty()));
    }

    private String cause(GradeChange change) {
        if (change.cause().isPresent()) {
            return "observation";
        }
        return policies.turnsAt(change.at()) ? "policy" : touch.cause().word();
    }

    Episodes.Graded graded(boolean stillUnavailable) {
        return new Episodes.Graded(
                touch.episode(),
                folded.now().at(),
                nextChange(),
                touch.episode().gradingUnavailable().filter(_ -> stillUnavailable));
    }

    Timers.Armed timer(int partitions) {
        return new Timers.Armed(
                touch.episode().id(), Keys.partition(touch.episode().patient(), partitions), nextChange());
    }

    /// The grades of an episode that another one follows do not change any more by themselves.
    private Optional<Instant> nextChange() {
        return folded.now().nextChange().filter(at -> touch.episode().covers(at));
    }

    /// Whether it changed how often the patient is checked, or what counts as done.
    boolean mayChangeThePlan() {
        return !revision.added().isEmpty()
                || !revision.withdrawn().isEmpty()
                || touch.fresh().isEmpty()
                || touch.fresh().stream().anyMatch(observation -> observation.content() instanceof Death);
    }

    News news() {
        var since = touch.want().before();
        return new News(
                revision.added(),
                folded.flags().stream()
                        .filter(flag -> !flag.at().isBefore(since))
                        .toList(),
                touch.fresh(),
                revision.firstAmended(touch.fresh()),
                since,
                folded.atNewest(),
                folded.now());
    }

    boolean thinningDue() {
        var kept = folded.milestones();
        return !kept.isEmpty()
                && Thinning.due(
                        folded.start().checkpoint().observations(),
                        kept.getLast().observations());
    }

    UUID id() {
        return touch.episode().id();
    }
}
