package health.vigil.observation;

import java.math.BigDecimal;
import java.util.Optional;

/// A laboratory result in the unit in which it was sent (UCUM).
public record LabResult(
        Analyte analyte,
        BigDecimal value,
        String unit,
        Optional<BigDecimal> referenceLow,
        Optional<BigDecimal> referenceHigh,
        Optional<Censoring> comparator)
        implements Content {}
