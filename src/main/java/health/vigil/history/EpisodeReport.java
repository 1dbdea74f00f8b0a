package health.vigil.history;

import health.vigil.grading.GradeReport;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Both grades of a patient at an instant as they were known at another.
///
/// @param episode the one current at `at`
/// @param knownAt knowledge time
/// @param policyVersion the numbers it was graded with
/// @param courseOpenedBy the user who opened the newest course of CRS, if a physician did
/// @param gradingUnavailable why automatic grading failed for this episode; absent while it works
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
