package health.vigil.grading;

import health.vigil.observation.Observation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Grades one patient: a fold of the chart over observations in order of time.
///
/// The result depends on the set of observations only. Observations at one instant are one step, so all of an
/// instant must come in one call. Pure: the same arguments give the same answer.
public final class Grader {
    private final Patient patient;

    public Grader(Policy policy, Patient patient, Attributions attributions) {
        this.patient = patient;
    }

    /// The chart at the infusion, before any observation.
    public Chart begin() {
        return new Chart(patient.infusedAt().minusNanos(1000));
    }

    /// Lives through the time after `chart.asOf()` up to and including `until`.
    ///
    /// @param observations all graded observations with `chart.asOf() < effectiveAt <= until`, sorted by
    ///     effectiveAt; none retracted, none dated in the future; attributions and retractions may be among them
    ///     and are passed over
    public Progress advance(Chart chart, List<Observation> observations, Instant until) {
        return new Progress(new Chart(until), List.of(), List.of());
    }

    /// Both grades with their reasons at an instant. Needs a chart that has lived up to `chart.asOf() <= at` and has
    /// seen every
    /// observation up to `at`.
    public GradeReport report(Chart chart, Instant at) {
        return new GradeReport(at, unknown(Syndrome.CRS), unknown(Syndrome.ICANS), Optional.empty());
    }

    private static SyndromeReport unknown(Syndrome syndrome) {
        return new SyndromeReport(
                syndrome,
                Grade.UNKNOWN,
                Optional.of("not graded"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                Optional.empty());
    }
}
