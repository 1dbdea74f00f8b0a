package health.vigil.observation;

import java.math.BigDecimal;

/// A fluid bolus.
public record FluidBolus(BigDecimal volumeMillilitres, FluidReason reason) implements Content {}
