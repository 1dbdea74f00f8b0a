package health.vigil.context;

import health.vigil.grading.Baseline;
import health.vigil.grading.GradeChange;
import health.vigil.grading.GradeReport;
import health.vigil.observation.Observation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is known of a patient at an instant.
///
/// @param at clinical time
/// @param infusedAt the first infusion
/// @param hospital whose calendar days are counted
/// @param product as it was named at the admission
/// @param lymphodepletionAt its first dose, where the journey tells it
/// @param grades both grades at `at`
/// @param changes every change of both grades from the infusion to `at`, in order of time
/// @param observations those of the episode that are known and not withdrawn, from before the infusion too, in any
///     order; those after `at` and those dated ahead of their receipt are passed over
public record Situation(
        Instant at,
        Instant infusedAt,
        ZoneId hospital,
        Baseline baseline,
        Optional<String> product,
        Optional<Instant> lymphodepletionAt,
        GradeReport grades,
        List<GradeChange> changes,
        List<Observation> observations,
        ContextPolicy policy) {
    public Situation {
        changes = List.copyOf(changes);
        var until = at;
        observations = observations.stream()
                .filter(observation -> !observation.effectiveAt().isAfter(until) && !observation.datedInTheFuture())
                .sorted(Comparator.comparing(Observation::effectiveAt).thenComparing(Observation::id))
                .toList();
    }
}
