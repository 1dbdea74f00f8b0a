package health.vigil.observation;

import java.math.BigDecimal;
import java.util.Optional;

/// An infusion's rate as charted; no rule reads it.
public record Rate(BigDecimal value, Optional<String> unit) {}
