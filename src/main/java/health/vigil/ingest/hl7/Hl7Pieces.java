package health.vigil.ingest.hl7;

import health.vigil.access.User;
import health.vigil.exchange.MessageFormat;
import health.vigil.exchange.Statement;
import health.vigil.hl7.Hl7Result;
import health.vigil.ingest.exchange.ExchangeSettings;
import health.vigil.ingest.exchange.PieceReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/// Reads pieces of HL7 messages by the settings of their senders.
@ApplicationScoped
class Hl7Pieces implements PieceReader {
    private final Hl7Settings settings;
    private final ExchangeSettings exchange;

    Hl7Pieces(Hl7Settings settings, ExchangeSettings exchange) {
        this.settings = settings;
        this.exchange = exchange;
    }

    @Override
    public MessageFormat format() {
        return MessageFormat.HL7;
    }

    @Override
    public List<Statement> read(User sender, String piece, Instant receivedAt) {
        return new ConfiguredSenders(settings, !settings.plain(), exchange.codes())
                .read().all().stream()
                        .filter(known -> known.name().equals(sender.username()))
                        .map(known -> known.reader().read(piece, receivedAt))
                        .flatMap(result -> statements(result).stream())
                        .toList();
    }

    private static List<Statement> statements(Hl7Result result) {
        return switch (result) {
            case Hl7Result.OfResults(var _, var statements, var _) -> statements;
            case Hl7Result.Stays _, Hl7Result.NothingOfOurs _, Hl7Result.AckMessage _, Hl7Result.RefusedMessage _ ->
                List.of();
        };
    }
}
