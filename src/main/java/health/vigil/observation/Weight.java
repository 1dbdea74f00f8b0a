package health.vigil.observation;

import java.math.BigDecimal;

/// A measured body weight.
public record Weight(BigDecimal kilograms) implements Content {}
