package health.vigil.ingest;

import health.vigil.intake.IntakeOutcome;
import health.vigil.intake.ReadResult;
import health.vigil.intake.Submission;
import health.vigil.observation.PatientId;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// What became of one message.
public sealed interface Receipt {
    /// Each of its observations was decided about, and Kafka holds all that were accepted.
    ///
    /// @param outcomes by index
    /// @param enteredAbout the patients whom a person entered it about, or tried to; nobody where a machine did
    record Decided(List<IntakeOutcome> outcomes, Set<PatientId> enteredAbout) implements Receipt {
        public Decided {
            outcomes = List.copyOf(outcomes);
            enteredAbout = Set.copyOf(enteredAbout);
        }

        /// Whether anything of it was accepted, now or before.
        public boolean anyAcceptable() {
            return outcomes.stream()
                    .anyMatch(outcome ->
                            outcome instanceof ReadResult.Valid || outcome instanceof IntakeOutcome.Duplicate);
        }
    }

    /// Kafka did not acknowledge all that was accepted. To send the same again is safe: what Kafka has is then a
    /// duplicate.
    ///
    /// @param acknowledged what it has, as far as is known
    /// @param accepted how many were to be sent
    record NotAcknowledged(List<Submission> acknowledged, int accepted, Set<PatientId> enteredAbout)
            implements Receipt {
        public NotAcknowledged {
            acknowledged = List.copyOf(acknowledged);
            enteredAbout = Set.copyOf(enteredAbout);
        }
    }

    /// The device has sent too much; nothing of it was taken in.
    ///
    /// @param untilRefill until there is budget for it
    record OverBudget(Duration untilRefill) implements Receipt {}

    /// The sender may only enter for certain wards, and nobody can say now which ward the patients are in.
    record WardsUnknown() implements Receipt {}
}
