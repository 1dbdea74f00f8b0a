package health.vigil.ingest.hl7;

import health.vigil.access.User;
import health.vigil.exchange.StayReport;
import health.vigil.ingest.Arrival;
import health.vigil.ingest.exchange.ExchangeReceipt;
import health.vigil.ingest.exchange.SentStatement;
import health.vigil.ingest.exchange.StayOutcome;
import java.util.List;
import java.util.Optional;

/// Takes what messages say. The service uses [ExchangeSink].
interface MessageSink {
    /// Notes that a sender sent something.
    void heard(User sender);

    /// Notes that a sender sent a message that is refused as a whole.
    void refused(User sender);

    /// Takes room for a message; empty if there is none. Close it once the message is answered.
    Optional<MessageRoom> enter(int bytes);

    /// The room of one message.
    interface MessageRoom extends AutoCloseable {
        ExchangeReceipt accept(Arrival arrival, List<SentStatement> statements);

        /// What became of each report, by index. Throws `DatabaseFailure` if the database cannot be reached.
        List<StayOutcome> report(Arrival arrival, List<StayReport> reports);

        @Override
        void close();
    }
}
