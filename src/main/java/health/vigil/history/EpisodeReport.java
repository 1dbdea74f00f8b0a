package health.vigil.history;

import health.vigil.grading.GradeReport;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Both grades of a patient at a clinical time, as known at another time.
///
/// @param episode the episode that is current at `at`
/// @param knownAt knowledge time
/// @param policyVersion the policy it was graded with
/// @param courseOpenedBy the physician who started the newest CRS course, if one did
/// @param gradingUnavailable why automatic grading failed; absent while it works
/// @param lastObservationAt the effective time of the newest observation at or before `at` known then
public record EpisodeReport(
        Episode episode,
        Instant at,
        Instant knownAt,
        String policyVersion,
        GradeReport report,
        Optional<String> courseOpenedBy,
        Optional<String> gradingUnavailable,
        Optional<Instant> lastObservationAt) {
    public UUID episodeId() {
        return episode.id();
    }

    public Instant infusedAt() {
        return episode.infusedAt();
    }
}
