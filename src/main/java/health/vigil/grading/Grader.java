package health.vigil.grading;

import health.vigil.observation.Observation;
import java.time.Instant;
import java.util.List;

/// Grades one patient: a fold of the chart over observations in order of time.
///
/// The result depends on the set of observations only. Observations at one instant are one step, so all of an
/// instant must come in one call. Pure: the same arguments give the same answer.
public final class Grader {
    private final Policy policy;
    private final Patient patient;
    private final Attributions attributions;

    public Grader(Policy policy, Patient patient, Attributions attributions) {
        this.policy = policy;
        this.patient = patient;
        this.attributions = attributions;
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
        throw new UnsupportedOperationException(policy.version() + attributions);
    }

    /// Both grades with their reasons at an instant. Needs a chart that has lived up to `chart.asOf() <= at` and has
    /// seen every
    /// observation up to `at`.
    public GradeReport report(Chart chart, Instant at) {
        throw new UnsupportedOperationException();
    }
}
