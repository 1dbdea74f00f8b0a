package health.vigil.observation;

import java.math.BigDecimal;
import java.util.Optional;

/// An infusion's rate as charted; the grade depends only on whether it is 0.
public record Rate(BigDecimal value, Optional<String> unit) {}
