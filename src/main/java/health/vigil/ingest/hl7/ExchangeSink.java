package health.vigil.ingest.hl7;

import health.vigil.access.User;
import health.vigil.exchange.MessageFormat;
import health.vigil.exchange.StayReport;
import health.vigil.ingest.Arrival;
import health.vigil.ingest.IntakeLimit.InFlightPermit;
import health.vigil.ingest.exchange.ExchangeIntake;
import health.vigil.ingest.exchange.ExchangeReceipt;
import health.vigil.ingest.exchange.SentStatement;
import health.vigil.ingest.exchange.StayIntake;
import health.vigil.ingest.exchange.StayOutcome;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Hands messages to the intake that all formats share.
@Singleton
class ExchangeSink implements MessageSink {
    private final ExchangeIntake intake;
    private final StayIntake stays;

    ExchangeSink(ExchangeIntake intake, StayIntake stays) {
        this.intake = intake;
        this.stays = stays;
    }

    @Override
    public void heard(User sender) {
        intake.heard(sender, MessageFormat.HL7);
    }

    @Override
    public void refused(User sender) {
        intake.refused(sender, MessageFormat.HL7);
    }

    @Override
    public Optional<MessageRoom> enter(int bytes) {
        return intake.permit(bytes).map(PermittedRoom::new);
    }

    private final class PermittedRoom implements MessageRoom {
        private final InFlightPermit permit;

        private PermittedRoom(InFlightPermit permit) {
            this.permit = permit;
        }

        @Override
        public ExchangeReceipt accept(Arrival arrival, List<SentStatement> statements) {
            return intake.accept(arrival, permit, MessageFormat.HL7, statements, false);
        }

        @Override
        public List<StayOutcome> report(Arrival arrival, List<StayReport> reports) {
            return stays.accept(arrival, reports);
        }

        @Override
        public void close() {
            permit.close();
        }
    }
}
