package health.vigil.exchange;

import java.math.BigDecimal;
import java.util.Optional;

/// A number with its unit in UCUM, if it has one.
public record SentAmount(BigDecimal value, Optional<String> unit) {}
