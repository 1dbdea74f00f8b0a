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

/// An episode as grading and alerting need it.
///
/// @param patient the number that the patient was admitted under
/// @param numbers all numbers of the patient
/// @param further later parts of a split dose
/// @param factsKnownAt since when these facts are known
/// @param own the time that belongs to this episode and to no other of the patient
/// @param weight kg
/// @param admittedAt since when the patient is watched
/// @param gradedTo until when the history of grades is recorded
/// @param rulesGradedTo until when this rule set recorded it; differs from `gradedTo` if other rules recorded
///     it last
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
    /// Whether observations at a time are graded in this episode.
    public boolean covers(Instant instant) {
        return !instant.isBefore(infusedAt) && owns(instant);
    }

    /// Whether an observation may stand at the infusion.
    public boolean mayStand(Observation observation) {
        var at = observation.effectiveAt();
        return at.isBefore(infusedAt) && owns(at) && Grader.mayStand(observation.content());
    }

    /// Standing observations are earlier than this; never later than the infusion.
    public Instant standingBefore() {
        return own.until().filter(infusedAt::isAfter).orElse(infusedAt);
    }

    /// Whether a time belongs to this episode ({@link Ownership}).
    public boolean owns(Instant instant) {
        return own.contains(instant);
    }

    /// The last time of the episode that is not after `upTo`.
    public Instant last(Instant upTo) {
        return own.last(upTo);
    }

    /// Until when the history was recorded by other rules; that part stays as it is.
    ///
    /// @param rulesSince since when this rule set is in force
    public Instant recordedByOtherRulesUntil(Instant rulesSince) {
        return admittedAt.isBefore(rulesSince) ? rulesSince : Instant.EPOCH;
    }

    /// Whether other rules recorded the history last.
    public boolean gradedByOtherRules() {
        return !gradedTo.equals(rulesGradedTo);
    }
}
