package health.vigil.fhirview;

import health.vigil.grading.GradeReport;
import health.vigil.grading.Syndrome;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// An entry of the history of grades to give out.
///
/// @param subject the number that stands for its patient
/// @param grade absent if it is unknown
/// @param previous absent if it was unknown
/// @param superseded when and by what later knowledge replaced it, if it did
/// @param unavailable why automatic grading failed, if it fails now and this is the newest entry
/// @param updatedAt when it was last changed
/// @param details the reasons of the grade, as known then; absent if they cannot be computed any more
/// @param inputs the observations that the reasons name, by their ids
public record GivenGrade(
        long number,
        PatientId subject,
        Syndrome syndrome,
        Instant at,
        Optional<Integer> grade,
        Optional<Integer> previous,
        Instant knownAt,
        Optional<Superseded> superseded,
        String ruleSet,
        String policyVersion,
        Optional<String> unavailable,
        Instant updatedAt,
        Optional<GradeReport> details,
        Map<ObservationId, GivenObservation> inputs) {
    public GivenGrade {
        inputs = Map.copyOf(inputs);
    }

    /// When the grade ceased to stand.
    ///
    /// @param by the observation or change
    public record Superseded(Instant at, Optional<String> by) {}
}
