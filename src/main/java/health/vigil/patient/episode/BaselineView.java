package health.vigil.patient.episode;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Optional;

/// The patient's own values before the infusion. Unknown values are absent.
///
/// @param oxygenFlow home oxygen, L/min
/// @param developmentalDelay the CAPD applies at any age
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record BaselineView(
        Optional<BigDecimal> systolic,
        Optional<BigDecimal> diastolic,
        Optional<BigDecimal> temperature,
        Optional<BigDecimal> spo2,
        Optional<Integer> ice,
        Optional<Integer> capd,
        Optional<BigDecimal> oxygenFlow,
        Optional<Boolean> developmentalDelay) {}
