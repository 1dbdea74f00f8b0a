package health.vigil.observation;

import java.math.BigDecimal;
import java.util.Optional;

/// The rate of an infusion as charted. Grades depend only on whether it is 0.
public record Rate(BigDecimal value, Optional<String> unit) {}
