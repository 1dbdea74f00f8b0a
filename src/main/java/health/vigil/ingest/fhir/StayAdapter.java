package health.vigil.ingest.fhir;

import health.vigil.exchange.CellInfusion;
import health.vigil.exchange.StayReport;
import health.vigil.ingest.Arrival;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// STUB. It stands for `ingest.exchange.StayIntake`, which does not exist yet. Each method becomes a call there, and
/// then this class is deleted.
@ApplicationScoped
class StayAdapter {
    /// STUB: stores what registration systems report. It throws `DatabaseFailure`.
    void accept(Arrival arrival, List<StayReport> reports) {
        throw new UnsupportedOperationException();
    }

    /// STUB: what is missing to admit the patient; empty if nothing. It throws `DatabaseFailure`.
    Optional<List<String>> accept(Arrival arrival, CellInfusion infusion) {
        throw new UnsupportedOperationException();
    }
}
