package health.vigil.context;

import health.vigil.grading.Baseline;
import health.vigil.grading.GradeChange;
import health.vigil.grading.GradeReport;
import health.vigil.observation.Observation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is known of a patient at a time.
///
/// @param at clinical time
/// @param infusedAt the first infusion
/// @param hospital the time zone for calendar days
/// @param product the name given at admission
/// @param weight kg, given at admission
/// @param lymphodepletionAt its first dose, if the journey has it
/// @param grades both grades at `at`
/// @param changes all changes of both grades from the infusion to `at`, in order of time
/// @param observations the known observations of the episode that are not retracted, also from before the
///     infusion, in any order; those after `at` and those dated in the future are ignored
public record Situation(
        Instant at,
        Instant infusedAt,
        ZoneId hospital,
        Baseline baseline,
        Optional<String> product,
        Optional<BigDecimal> weight,
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

    /// The situation at an earlier time, for items that read no current grade.
    Situation earlier(Instant time) {
        return new Situation(
                time,
                infusedAt,
                hospital,
                baseline,
                product,
                weight,
                lymphodepletionAt,
                grades,
                changes.stream().filter(change -> !change.at().isAfter(time)).toList(),
                observations,
                policy);
    }
}
