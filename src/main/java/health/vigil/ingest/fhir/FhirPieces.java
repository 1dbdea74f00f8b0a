package health.vigil.ingest.fhir;

import health.vigil.access.User;
import health.vigil.exchange.MessageFormat;
import health.vigil.exchange.Statement;
import health.vigil.fhir.FhirBody;
import health.vigil.fhir.FhirResult;
import health.vigil.fhir.KnownIds;
import health.vigil.fhir.ResourceWrite;
import health.vigil.ingest.exchange.PieceReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// Reads resources that waited for a person.
@ApplicationScoped
class FhirPieces implements PieceReader {
    private final FhirSenders senders;

    FhirPieces(FhirSenders senders) {
        this.senders = senders;
    }

    @Override
    public MessageFormat format() {
        return MessageFormat.FHIR;
    }

    @Override
    public List<Statement> read(User sender, String piece, Instant receivedAt) {
        return FhirBody.read(piece.getBytes(StandardCharsets.UTF_8)) instanceof FhirBody.OfResource(var resource)
                        && senders.reader(sender, KnownIds.NONE).read(ResourceWrite.created(resource))
                                instanceof FhirResult.OfStatements(var _, var statements)
                ? statements
                : List.of();
    }
}
