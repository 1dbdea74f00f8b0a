package health.vigil.alert;

import health.vigil.grading.SyndromeReport;
import health.vigil.observation.ObservationId;
import java.time.Instant;
import java.util.Optional;

/// Something that may raise an alert.
///
/// @param effectiveAt the clinical time
/// @param observation the observation that caused it; absent if time did
/// @param grade the grade report, which is stored with the alert
/// @param succession what becomes of an unresolved alert of the same condition
/// @param over whether it is already over as known now; then it is recorded without an alert
public record Occurrence(
        AlertRule rule,
        Condition condition,
        Wording wording,
        Instant effectiveAt,
        Optional<ObservationId> observation,
        Optional<SyndromeReport> grade,
        Succession succession,
        boolean over) {
    /// The text for people.
    ///
    /// @param title a few words for a list
    /// @param detail a sentence
    public record Wording(String title, String detail) {}

    /// An occurrence that is not over, with the succession of its condition.
    public Occurrence(
            AlertRule rule,
            Condition condition,
            Wording wording,
            Instant effectiveAt,
            Optional<ObservationId> observation,
            Optional<SyndromeReport> grade) {
        this(rule, condition, wording, effectiveAt, observation, grade, usual(condition), false);
    }

    /// An occurrence without a grade report.
    public static Occurrence of(AlertRule rule, Condition condition, Wording wording, Instant effectiveAt) {
        return new Occurrence(rule, condition, wording, effectiveAt, Optional.empty(), Optional.empty());
    }

    private static Succession usual(Condition condition) {
        return switch (condition) {
            case Condition.GradeReached _ -> Succession.REPLACES;
            case Condition.Happened _ -> Succession.FOLLOWS_AN_ANSWER;
            case Condition.ActiveCourse _, Condition.FlagUp _, Condition.Implausible _ -> Succession.CONTINUES;
            case Condition.CheckOverdue _, Condition.DeviceSilent _, Condition.DeviceUnused _ -> Succession.CONTINUES;
            case Condition.DoseLimitExceeded _, Condition.Technical _, Condition.StayEnded _ -> Succession.CONTINUES;
            case Condition.IdsUsedAgain _, Condition.PatientsDiffer _, Condition.RecordsWait _ -> Succession.CONTINUES;
            case Condition.OtherPatientsDevice _, Condition.SignAtHome _ -> Succession.CONTINUES;
        };
    }

    Occurrence with(Wording other) {
        return new Occurrence(rule, condition, other, effectiveAt, observation, grade, succession, over);
    }

    Occurrence with(Succession other) {
        return new Occurrence(rule, condition, wording, effectiveAt, observation, grade, other, over);
    }

    Occurrence overWhen(boolean passed) {
        return new Occurrence(rule, condition, wording, effectiveAt, observation, grade, succession, passed);
    }
}
