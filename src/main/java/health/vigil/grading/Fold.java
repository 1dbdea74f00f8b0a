package health.vigil.grading;

import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Folds a period with the rules of one syndrome, instant by instant: the instants of observations, and those at
/// which something changes by itself.
final class Fold<S> {
    private final Rules<S> rules;
    private final Attributions attributions;
    private final List<GradeChange> changes = new ArrayList<>();
    private final List<FlagChange> flags = new ArrayList<>();
    private S state;
    private Track track;
    private Horizon horizon;

    /// @param horizon the horizon of the chart at the instant from which the fold goes on
    Fold(Rules<S> rules, Attributions attributions, SyndromeChart<S> chart, Horizon horizon) {
        this.rules = rules;
        this.attributions = attributions;
        this.horizon = horizon;
        state = chart.state();
        track = chart.track();
    }

    /// A fold that begins before the infusion. Nothing is judged before it; standing observations count from it
    /// on.
    static <S> Fold<S> beforeInfusion(
            Rules<S> rules, Attributions attributions, SyndromeChart<S> chart, Instant infusedAt) {
        return new Fold<>(rules, attributions, chart, new Horizon(Instant.MIN, infusedAt));
    }

    SyndromeChart<S> live(List<Observation> observations, Instant until) {
        instants(observations).forEach(this::observe);
        pass(Windows.justAfter(until));
        state = rules.elapse(state, horizon, until);
        return new SyndromeChart<>(state, track);
    }

    /// The observations of each instant.
    ///
    /// @param observations sorted by effectiveAt
    static List<List<Observation>> instants(List<Observation> observations) {
        var instants = new ArrayList<List<Observation>>();
        int next = 0;
        while (next < observations.size()) {
            int end = endOfInstant(observations, next);
            instants.add(observations.subList(next, end));
            next = end;
        }
        return instants;
    }

    private static int endOfInstant(List<Observation> observations, int begin) {
        var instant = observations.get(begin).effectiveAt();
        int end = begin + 1;
        while (end < observations.size() && observations.get(end).effectiveAt().equals(instant)) {
            end++;
        }
        return end;
    }

    private void observe(List<Observation> sameInstant) {
        var at = sameInstant.getFirst().effectiveAt();
        pass(at);
        state = rules.observe(rules.elapse(state, horizon, at), sameInstant);
        record(at, sameInstant);
    }

    /// Passes the instants before `end` at which something changes by itself.
    private void pass(Instant end) {
        while (horizon.nextChange().isBefore(end)) {
            var at = horizon.nextChange();
            state = rules.elapse(state, horizon, at);
            record(at, attributions.boundingAt(at));
        }
    }

    private void record(Instant at, List<Observation> causes) {
        var assessment = rules.assess(state, at);
        if (assessment.grade() != track.grade()) {
            changes.add(new GradeChange(rules.syndrome(), at, track.grade(), assessment.grade(), decisive(at, causes)));
        }
        if (!assessment.flags().equals(track.flags())) {
            recordFlags(assessment.flags(), at, causes);
        }
        track = track.with(assessment, at);
        horizon = assessment.horizon();
    }

    private void recordFlags(Set<Flag> raised, Instant at, List<Observation> causes) {
        var cause = causes.stream().findFirst().map(Observation::id);
        for (var flag : Track.changed(track.flags(), raised)) {
            flags.add(new FlagChange(rules.syndrome(), flag, at, raised.contains(flag), cause));
        }
    }

    /// Of several observations at one instant, the one that decides the grade.
    private Optional<ObservationId> decisive(Instant at, List<Observation> causes) {
        if (causes.size() < 2) {
            return causes.stream().findFirst().map(Observation::id);
        }
        var ids = causes.stream().map(Observation::id).toList();
        return rules.evidence(state, at).stream()
                .flatMap(evidence -> evidence.observationId().stream())
                .filter(ids::contains)
                .findFirst()
                .or(() -> ids.stream().findFirst());
    }

    List<GradeChange> changes() {
        return changes;
    }

    List<FlagChange> flags() {
        return flags;
    }
}
