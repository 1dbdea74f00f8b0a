package health.vigil.journey;

import java.math.BigDecimal;

/// A daily dose of lymphodepletion.
///
/// @param dose mg/m²
public record DailyDose(BigDecimal dose, int days) {}
