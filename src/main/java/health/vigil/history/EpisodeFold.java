package health.vigil.history;

import health.vigil.grading.FlagChange;
import health.vigil.grading.GradeChange;
import health.vigil.observation.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Folds the observations of one episode in time order. All observations of one instant are one step.
///
/// The newest instant is folded separately, so that the chart before it can be stored. Another observation at
/// the same instant then starts from that chart.
public final class EpisodeFold {
    private static final int CHUNK = 2000;

    private final FoldStart start;
    private final List<Checkpoint> milestones = new ArrayList<>();
    private final List<GradeChange> changes = new ArrayList<>();
    private final List<FlagChange> flags = new ArrayList<>();
    private final List<Observation> settled = new ArrayList<>();
    private final List<Observation> newest = new ArrayList<>();
    private Checkpoint reached;

    public EpisodeFold(FoldStart start) {
        this.start = start;
        this.reached = start.checkpoint();
    }

    /// Adds the next observation. It must not be older than the last one.
    public void add(Observation observation) {
        if (!newest.isEmpty() && observation.effectiveAt().isAfter(at(newest))) {
            settleNewest();
        }
        newest.add(observation);
    }

    private void settleNewest() {
        sortNewest();
        settled.addAll(newest);
        newest.clear();
        if (settled.size() >= CHUNK) {
            foldSettled();
        }
    }

    /// So that the observation which is named for a change does not depend on the order of arrival.
    private void sortNewest() {
        newest.sort(Comparator.comparing(Observation::id));
    }

    private void foldSettled() {
        reached = step(settled, at(settled));
        milestones.add(reached);
        settled.clear();
    }

    /// Folds to the end: at least to the newest observation, at most to the patient's next episode.
    public FoldResult finish(Instant upTo) {
        var horizon = start.episode().last(upTo);
        if (!settled.isEmpty()) {
            foldSettled();
        }
        sortNewest();
        if (!newest.isEmpty()) {
            reached = step(newest, at(newest));
        }
        var atLast = start.grader().report(reached.chart(), reached.chart().asOf());
        if (horizon.isAfter(reached.chart().asOf())) {
            reached = step(List.of(), horizon);
        }
        var now = start.grader().report(reached.chart(), reached.chart().asOf());
        return new FoldResult(start, milestones, changes, flags, newest, atLast, now);
    }

    private Checkpoint step(List<Observation> observations, Instant until) {
        var progress = start.grader().advance(reached.chart(), observations, until);
        changes.addAll(progress.changes());
        flags.addAll(progress.flags());
        var received = observations.stream().map(Observation::receivedAt).toArray(Instant[]::new);
        return new Checkpoint(reached.knownAt(), reached.observations() + observations.size(), progress.chart())
                .knownAlso(received);
    }

    private static Instant at(List<Observation> observations) {
        return observations.getLast().effectiveAt();
    }
}
