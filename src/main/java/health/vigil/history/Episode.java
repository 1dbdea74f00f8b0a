package health.vigil.history;

import health.vigil.grading.Grader;
import health.vigil.observation.Observation;
import health.vigil.observation.PatientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// What grading and alerting need of an episode.
///
/// @param first the patient's earliest: what is older than its infusion belongs to it too
/// @param endsBefore the infusion of the patient's next episode: what is observed from then on belongs to that
/// @param weight kg
/// @param admittedAt since when it is watched
/// @param gradedTo how far the history of grades has been told
/// @param rulesGradedTo how far it has been told by this rule set; not `gradedTo` where other rules have told it last
/// @param gradingUnavailable why automatic grading failed; absent while it works
public record Episode(
        UUID id,
        PatientId patient,
        LocalDate birthDate,
        Instant infusedAt,
        boolean first,
        Optional<Instant> endsBefore,
        String ward,
        String bed,
        Optional<BigDecimal> weight,
        Instant admittedAt,
        Optional<Instant> gradedTo,
        Optional<Instant> rulesGradedTo,
        Optional<String> gradingUnavailable) {
    /// Whether what happened at an instant takes part in the grading of this episode.
    public boolean covers(Instant instant) {
        return !instant.isBefore(infusedAt) && endsBefore.map(instant::isBefore).orElse(true);
    }

    /// From when on what may stand at the infusion belongs to this episode: with an earlier one, from the admission.
    public Instant standingFrom() {
        return first ? Instant.EPOCH : earlier(admittedAt, infusedAt);
    }

    /// Whether what was observed at an instant may stand at the infusion.
    public boolean mayStand(Observation observation) {
        var at = observation.effectiveAt();
        return at.isBefore(infusedAt) && !at.isBefore(standingFrom()) && Grader.mayStand(observation.content());
    }

    /// Up to when the history is what other rules told, and stands.
    ///
    /// @param rulesSince since when this rule set is in force
    public Instant toldByOthersUntil(Instant rulesSince) {
        return admittedAt.isBefore(rulesSince) ? rulesSince : Instant.EPOCH;
    }

    /// Whether a monitor of other rules has told the history last.
    public boolean toldByOthers() {
        return !gradedTo.equals(rulesGradedTo);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /// The last instant of it that is not after another.
    public Instant last(Instant upTo) {
        return endsBefore
                .map(end -> end.minusNanos(1000))
                .filter(end -> end.isBefore(upTo))
                .orElse(upTo);
    }

    /// Whether what is dated at an instant belongs to this episode: the latest infused at or before it, else the
    /// earliest.
    public boolean owns(Instant instant) {
        return covers(instant) || (first && instant.isBefore(infusedAt));
    }
}
