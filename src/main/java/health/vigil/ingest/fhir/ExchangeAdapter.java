package health.vigil.ingest.fhir;

import health.vigil.exchange.CellInfusion;
import health.vigil.exchange.SourceKey;
import health.vigil.exchange.StayReport;
import health.vigil.ingest.Arrival;
import health.vigil.observation.Sender;
import health.vigil.store.SourceEntries.KnownSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// STUB. It stands for what `ingest.exchange` does not offer yet, so that the rest can be written. Each method becomes
/// a call there, and then this class is deleted.
@ApplicationScoped
class ExchangeAdapter {
    /// STUB for `ExchangeIntake.known`: what the database knows of a key. It throws `DatabaseFailure`.
    Optional<KnownSource> known(SourceKey key) {
        return Optional.empty();
    }

    /// STUB for `ExchangeIntake.keyOf`: the key of a sender's resource by its id here. It throws `DatabaseFailure`.
    Optional<SourceKey> keyOf(Sender sender, String fhirId) {
        return Optional.empty();
    }

    /// STUB for `StayIntake.accept`. It throws `DatabaseFailure`.
    void accept(Arrival arrival, List<StayReport> reports) {
        throw new UnsupportedOperationException();
    }

    /// STUB for `StayIntake.accept`: what is missing to admit the patient; empty if nothing. It throws
    /// `DatabaseFailure`.
    Optional<List<String>> accept(Arrival arrival, CellInfusion infusion) {
        throw new UnsupportedOperationException();
    }
}
