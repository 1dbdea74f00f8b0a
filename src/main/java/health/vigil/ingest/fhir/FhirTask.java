package health.vigil.ingest.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.exchange.CellInfusion;
import health.vigil.exchange.SourceKey;
import health.vigil.exchange.StayReport;
import health.vigil.ingest.exchange.SentStatement;
import java.util.List;
import java.util.Optional;

/// What is to be done with one resource of a request.
sealed interface FhirTask {
    /// It is answered already.
    record Settled(EntryAnswer answer) implements FhirTask {}

    /// Its statements are sent.
    ///
    /// @param resource what was sent; absent for a deletion
    record Sending(SourceKey key, List<SentStatement> statements, Optional<ObjectNode> resource) implements FhirTask {
        public Sending {
            statements = List.copyOf(statements);
        }
    }

    /// A stay is reported.
    record Staying(StayReport report) implements FhirTask {}

    /// An infusion of cells is reported.
    record Infusing(CellInfusion infusion) implements FhirTask {}
}
