package health.vigil.ingest.exchange;

import java.time.Duration;
import java.util.List;

/// The outcome of one message of another system.
public sealed interface ExchangeReceipt {
    /// Every statement has an outcome, and Kafka holds what was taken or waits for a person.
    ///
    /// @param outcomes by index
    record DecidedMessage(List<StatementOutcome> outcomes) implements ExchangeReceipt {
        public DecidedMessage {
            outcomes = List.copyOf(outcomes);
        }

        /// Whether any statement is refused. Then nothing of a message that succeeds only as a whole was sent.
        public boolean anyRefused() {
            return outcomes.stream().anyMatch(StatementOutcome.RefusedStatement.class::isInstance);
        }
    }

    /// Kafka did not acknowledge everything. Sending the same again is safe.
    record Unacknowledged() implements ExchangeReceipt {}

    /// The sender has sent too much. Nothing was taken.
    record SenderOverBudget(Duration untilRefill) implements ExchangeReceipt {}

    /// The database must be asked before this can be taken, and cannot be reached. Nothing was taken.
    record DatabaseUnreachable() implements ExchangeReceipt {}
}
