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
public record Occurrence(
        AlertRule rule,
        Condition condition,
        Wording wording,
        Instant effectiveAt,
        Optional<ObservationId> observation,
        Optional<SyndromeReport> grade) {
    /// What people read.
    ///
    /// @param title a few words for a list
    /// @param detail a sentence
    public record Wording(String title, String detail) {}

    /// Something that no grade goes with.
    public static Occurrence of(AlertRule rule, Condition condition, Wording wording, Instant effectiveAt) {
        return new Occurrence(rule, condition, wording, effectiveAt, Optional.empty(), Optional.empty());
    }
}
