package health.vigil.history;

import health.vigil.grading.BirthDate;
import health.vigil.grading.Grader;
import health.vigil.observation.Numbers;
import health.vigil.observation.Observation;
import health.vigil.observation.PatientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What grading and alerting need of an episode.
///
/// @param patient the number that the patient was admitted under
/// @param numbers all numbers of the patient, whose records are the patient's
/// @param further later parts of a split dose
/// @param factsKnownAt since when it is known as it stands here
/// @param own the time that belongs to it, and to no other episode of the patient
/// @param weight kg
/// @param admittedAt since when it is watched
/// @param gradedTo how far the history of grades has been told
/// @param rulesGradedTo how far it has been told by this rule set; not `gradedTo` where other rules have told it last
/// @param gradingUnavailable why automatic grading failed; absent while it works
public record Episode(
        UUID id,
        PatientId patient,
        Numbers numbers,
        BirthDate birthDate,
        Instant infusedAt,
        List<Instant> further,
        Instant factsKnownAt,
        OwnTime own,
        String ward,
        String bed,
        Optional<BigDecimal> weight,
        Instant admittedAt,
        Optional<Instant> gradedTo,
        Optional<Instant> rulesGradedTo,
        Optional<String> gradingUnavailable) {
    /// Whether what happened at an instant takes part in the grading of this episode.
    public boolean covers(Instant instant) {
        return !instant.isBefore(infusedAt) && owns(instant);
    }

    /// Whether what was observed at an instant may stand at the infusion.
    public boolean mayStand(Observation observation) {
        var at = observation.effectiveAt();
        return at.isBefore(infusedAt) && owns(at) && Grader.mayStand(observation.content());
    }

    /// Before when that was observed: it is never later than the infusion.
    public Instant standingBefore() {
        return own.until().filter(infusedAt::isAfter).orElse(infusedAt);
    }

    /// Whether what is dated at an instant belongs to this episode ({@link Ownership}).
    public boolean owns(Instant instant) {
        return own.holds(instant);
    }

    /// The last instant of it that is not after another.
    public Instant last(Instant upTo) {
        return own.last(upTo);
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
}
