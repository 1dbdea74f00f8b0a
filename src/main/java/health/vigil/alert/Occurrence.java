package health.vigil.alert;

import health.vigil.grading.SyndromeReport;
import health.vigil.observation.ObservationId;
import java.time.Instant;
import java.util.Optional;

/// Something that deserves an alert.
///
/// @param effectiveAt when it was so at the bedside
/// @param observation what raised it; absent when it was time passing
/// @param grade the grade that goes with it, pinned: it does not change later
/// @param succession what becomes of an alert of the same condition that stands
/// @param over whether it is over by all that is known now: it is recorded and not told
public record Occurrence(
        AlertRule rule,
        Condition condition,
        Wording wording,
        Instant effectiveAt,
        Optional<ObservationId> observation,
        Optional<SyndromeReport> grade,
        Succession succession,
        boolean over) {
    /// What people read.
    ///
    /// @param title a few words for a list
    /// @param detail a sentence
    public record Wording(String title, String detail) {}

    /// Something that stands, and follows what stood before as its condition says.
    public Occurrence(
            AlertRule rule,
            Condition condition,
            Wording wording,
            Instant effectiveAt,
            Optional<ObservationId> observation,
            Optional<SyndromeReport> grade) {
        this(rule, condition, wording, effectiveAt, observation, grade, usual(condition), false);
    }

    /// Something that no grade goes with.
    public static Occurrence of(AlertRule rule, Condition condition, Wording wording, Instant effectiveAt) {
        return new Occurrence(rule, condition, wording, effectiveAt, Optional.empty(), Optional.empty());
    }

    private static Succession usual(Condition condition) {
        return switch (condition) {
            case Condition.GradeReached _ -> Succession.REPLACES;
            case Condition.Happened _ -> Succession.FOLLOWS_AN_ANSWER;
            case Condition.ActiveCourse _, Condition.FlagUp _, Condition.Implausible _ -> Succession.CONTINUES;
            case Condition.CheckOverdue _, Condition.DeviceSilent _, Condition.DeviceUnused _ -> Succession.CONTINUES;
            case Condition.DoseLimitExceeded _, Condition.Technical _ -> Succession.CONTINUES;
            case Condition.IdsUsedAgain _, Condition.RecordsWait _ -> Succession.CONTINUES;
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
