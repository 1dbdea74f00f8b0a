package health.vigil.fhir;

import health.vigil.exchange.CellInfusion;
import health.vigil.exchange.StayReport;

/// What one resource says.
sealed interface FhirFacts {
    /// Observations, or why there are none.
    record Facts(ResourceDraft draft) implements FhirFacts {}

    /// A stay, or a fact about a person.
    record OfStay(StayReport report) implements FhirFacts {}

    /// An infusion of CAR-T cells.
    record OfCellInfusion(CellInfusion infusion) implements FhirFacts {}
}
