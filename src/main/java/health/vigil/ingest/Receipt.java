package health.vigil.ingest;

import health.vigil.intake.IntakeOutcome;
import health.vigil.intake.ReadResult;
import health.vigil.intake.Submission;
import health.vigil.observation.PatientId;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// The outcome of one message.
public sealed interface Receipt {
    /// All observations of the message have an outcome, and Kafka holds the accepted ones.
    ///
    /// @param outcomes by index
    /// @param enteredAbout the patients of a person's entries, also of refused ones; empty for machines
    record Decided(List<IntakeOutcome> outcomes, Set<PatientId> enteredAbout) implements Receipt {
        public Decided {
            outcomes = List.copyOf(outcomes);
            enteredAbout = Set.copyOf(enteredAbout);
        }

        /// Whether any observation was accepted, now or before.
        public boolean anyAcceptable() {
            return outcomes.stream()
                    .anyMatch(outcome ->
                            outcome instanceof ReadResult.Valid || outcome instanceof IntakeOutcome.Duplicate);
        }
    }

    /// Kafka did not acknowledge all accepted observations. Sending the same again is safe: those that Kafka has
    /// are then duplicates.
    ///
    /// @param acknowledged the observations that Kafka has, as far as is known
    /// @param accepted how many were accepted
    record NotAcknowledged(List<Submission> acknowledged, int accepted, Set<PatientId> enteredAbout)
            implements Receipt {
        public NotAcknowledged {
            acknowledged = List.copyOf(acknowledged);
            enteredAbout = Set.copyOf(enteredAbout);
        }
    }

    /// The device has sent too much. Nothing of the message was accepted.
    ///
    /// @param untilRefill how long until the budget allows it
    record OverBudget(Duration untilRefill) implements Receipt {}

    /// The sender may only enter for certain wards, and the patients' wards cannot be read now.
    record WardsUnknown() implements Receipt {}
}
