package health.vigil.ingest;

import health.vigil.access.User;
import health.vigil.grading.Attributions;
import health.vigil.grading.Policy;
import health.vigil.intake.Submission;
import health.vigil.observation.Attribution;
import health.vigil.observation.Component;
import health.vigil.observation.Kind;
import health.vigil.store.ChartedDose;
import health.vigil.store.VisibleStays.CurrentWard;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Warnings that need the database or the policy, as sentences without the values.
final class PriorWarnings {
    private final User user;
    private final PriorKnowledge known;
    private final Policy policy;

    PriorWarnings(User user, PriorKnowledge known, Policy policy) {
        this.user = user;
        this.known = known;
        this.policy = policy;
    }

    List<String> of(Submission submission) {
        return Stream.of(
                        episode(submission),
                        unwatched(submission),
                        limit(submission),
                        neverStarted(submission),
                        recordedDose(submission))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> episode(Submission submission) {
        return known.firstInfusion(submission)
                .flatMap(infusion -> infusion.isEmpty()
                        ? Optional.of("patientId: this patient is not admitted yet; the record is kept until then")
                        : infusion.filter(
                                        first -> submission.effectiveAt().isBefore(first) && graded(submission.kind()))
                                .map(_ -> "effectiveAt: is before the infusion; kept, never graded"));
    }

    /// Nobody at home sees whether the patient is still watched, so the answer must say when it is not so.
    private Optional<String> unwatched(Submission submission) {
        return user.role().entersFromHome()
                        && known.ward(submission).filter(CurrentWard::active).isEmpty()
                ? Optional.of("patientId: nobody watches this patient now; call the centre")
                : Optional.empty();
    }

    /// Whether a kind counts only from the infusion on.
    private static boolean graded(Kind kind) {
        return switch (kind) {
            case VITAL_SIGNS, FLUID_BOLUS, MEDICATION, NEURO_CHECK, SEIZURE, CRS_COURSE, HOME_CHECK -> true;
            case OXYGEN_THERAPY, VASOPRESSOR, NEURO_FINDING, LAB_RESULT, ATTRIBUTION, RETRACTION, DEATH -> false;
            case TRANSFUSION, CULTURE, DISEASE_EVENT, WEIGHT, SYNDROME_ASSESSMENT, GRADE_CONFIRMATION -> false;
        };
    }

    /// A warning about when an attribution ends, if it names a later end or none.
    private Optional<String> limit(Submission submission) {
        if (!(submission.content() instanceof Attribution attribution)) {
            return Optional.empty();
        }
        var said = attribution.until().orElse(Instant.MAX);
        return attribution.components().stream()
                .sorted(Comparator.comparing(Component::word))
                .map(component ->
                        Attributions.end(attribution, submission.effectiveAt(), component, policy.attributionLimit()))
                .filter(end -> end.isBefore(said))
                .findFirst()
                .map(end -> "until: an attribution of fever, hypotension or hypoxia ends at " + end
                        + "; another entry renews it");
    }

    private Optional<String> recordedDose(Submission submission) {
        return known.recordedDose(submission)
                ? Optional.of("drug: an infusion record has charted this drug within "
                        + ChartedDose.SAME_DOSE_WITHIN.toMinutes()
                        + " min of this time, and both count; if they are one dose, retract this one")
                : Optional.empty();
    }

    private Optional<String> neverStarted(Submission submission) {
        return known.neverStarted(submission)
                ? Optional.of("action: no start of this infusion is known; it counts as running from now on")
                : Optional.empty();
    }
}
