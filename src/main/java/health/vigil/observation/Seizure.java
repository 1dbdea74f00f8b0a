package health.vigil.observation;

import java.math.BigDecimal;

/// A seizure, clinical or electrographic.
///
/// @param resolved it has stopped
/// @param returnedToBaseline the patient came back to baseline before any next one
public record Seizure(SeizureType type, BigDecimal durationMinutes, boolean resolved, boolean returnedToBaseline)
        implements Content {}
