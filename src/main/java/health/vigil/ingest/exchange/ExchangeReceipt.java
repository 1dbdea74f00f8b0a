package health.vigil.ingest.exchange;

import java.time.Duration;
import java.util.List;

/// The outcome of one message of another system.
public sealed interface ExchangeReceipt {
    /// Every statement has an outcome, and Kafka holds what was taken or waits for a person.
    ///
    /// @param outcomes by index
    record Decided(List<StatementOutcome> outcomes) implements ExchangeReceipt {
        public Decided {
            outcomes = List.copyOf(outcomes);
        }

        /// Whether any statement is refused. Then nothing of a message that succeeds only as a whole was sent.
        public boolean anyRefused() {
            return outcomes.stream().anyMatch(StatementOutcome.Refused.class::isInstance);
        }
    }

    /// Kafka did not acknowledge everything. Sending the same again is safe.
    record NotAcknowledged() implements ExchangeReceipt {}

    /// The sender has sent too much. Nothing was taken.
    record OverBudget(Duration untilRefill) implements ExchangeReceipt {}

    /// The database must be asked before this can be taken, and cannot be reached. Nothing was taken.
    record DatabaseUnreachable() implements ExchangeReceipt {}
}
