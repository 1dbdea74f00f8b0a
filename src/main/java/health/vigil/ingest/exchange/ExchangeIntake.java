package health.vigil.ingest.exchange;

import health.vigil.exchange.MessageFormat;
import health.vigil.ingest.Arrival;
import health.vigil.ingest.IntakeLimit.InFlightPermit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Takes the statements of other systems. All formats use this class.
@ApplicationScoped
public class ExchangeIntake {
    /// Takes a permit for a message before it is read. Close it once the message is answered. Empty if too much is
    /// being processed.
    public Optional<InFlightPermit> permit(int bytes) {
        throw new UnsupportedOperationException();
    }

    /// Processes the statements of a message. It waits until Kafka has what is kept, for at most
    /// `vigil.intake.acknowledgement`, so never call it on an event loop.
    ///
    /// @param format the format of the message, for metrics and for pieces that a person must read
    /// @param whole whether nothing is sent if one statement is refused
    public ExchangeReceipt accept(
            Arrival arrival, InFlightPermit permit, MessageFormat format, List<SentStatement> statements, boolean whole) {
        throw new UnsupportedOperationException();
    }
}
