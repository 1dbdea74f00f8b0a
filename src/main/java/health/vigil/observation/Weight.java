package health.vigil.observation;

import java.math.BigDecimal;

/// The body weight as it was measured.
public record Weight(BigDecimal kilograms) implements Content {}
