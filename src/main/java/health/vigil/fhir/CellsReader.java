package health.vigil.fhir;

import health.vigil.exchange.CellInfusion;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.SourceKey;
import health.vigil.exchange.StatementStatus;
import health.vigil.intake.Subject;
import java.time.Instant;
import java.util.Optional;

/// The infusion of CAR-T cells. It counts once it is completed.
final class CellsReader {
    private CellsReader() {}

    static FhirFacts infusion(
            SourceKey key,
            String product,
            Subject subject,
            Instant at,
            StatementStatus status,
            ResourceContext context) {
        if (status == StatementStatus.FINAL && subject instanceof Subject.ByPatient(var patient)) {
            return new FhirFacts.OfCellInfusion(new CellInfusion(key, patient, product, at));
        }
        return new FhirFacts.Facts(ResourceDraft.ignored(
                context.source(key, status, Optional.empty(), Optional.of(subject), Optional.of(at)),
                IgnoredReason.NO_VALUE));
    }
}
