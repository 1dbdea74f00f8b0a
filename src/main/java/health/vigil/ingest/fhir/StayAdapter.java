package health.vigil.ingest.fhir;

import health.vigil.exchange.CellInfusion;
import health.vigil.exchange.StayReport;
import health.vigil.ingest.Arrival;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// STUB. It stands for `ingest.exchange.StayIntake`, which is not there yet. Each method becomes a call of it.
@ApplicationScoped
class StayAdapter {
    /// STUB for `StayIntake.accept`: stores what registration systems report. It throws `DatabaseFailure`.
    void accept(Arrival arrival, List<StayReport> reports) {
        throw new UnsupportedOperationException();
    }

    /// STUB for `StayIntake.accept`: stores an infusion. It throws `DatabaseFailure`. The answers: stored or incomplete
    /// are those of [TaskAnswers#infusion]; if infusions are not taken here, nothing is kept
    /// ([TaskAnswers#nothingKept]).
    EntryAnswer accept(Arrival arrival, CellInfusion infusion) {
        throw new UnsupportedOperationException();
    }
}
