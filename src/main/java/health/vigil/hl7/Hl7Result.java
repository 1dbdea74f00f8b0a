package health.vigil.hl7;

import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.Statement;
import health.vigil.exchange.StayReport;
import java.util.List;
import java.util.Optional;

/// What becomes of one message.
public sealed interface Hl7Result {
    /// What the answer must repeat; absent if the message has no readable header.
    Optional<Hl7Header> header();

    /// Results.
    ///
    /// @param warnings of values that a person must judge, for the answer
    record OfResults(Optional<Hl7Header> header, List<Statement> statements, List<AckError> warnings)
            implements Hl7Result {
        public OfResults {
            statements = List.copyOf(statements);
            warnings = List.copyOf(warnings);
        }
    }

    /// What a registration system says about stays, in order.
    record Stays(Optional<Hl7Header> header, List<StayReport> reports) implements Hl7Result {
        public Stays {
            reports = List.copyOf(reports);
        }
    }

    /// An event that says nothing about a stay.
    record NothingOfOurs(Optional<Hl7Header> header, IgnoredReason reason) implements Hl7Result {}

    /// An acknowledgement. It is never answered: two systems would answer each other for ever.
    record AckMessage(Optional<Hl7Header> header) implements Hl7Result {}

    /// The message is refused.
    ///
    /// @param close whether the connection must be closed after the answer
    record RefusedMessage(Optional<Hl7Header> header, AckOutcome outcome, AckError error, boolean close)
            implements Hl7Result {}
}
