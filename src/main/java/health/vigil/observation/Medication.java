package health.vigil.observation;

import java.math.BigDecimal;
import java.util.Optional;

/// One administered dose.
public record Medication(Drug drug, Optional<BigDecimal> doseMilligrams) implements Content {}
