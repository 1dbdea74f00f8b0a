package health.vigil.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.Word;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// Oxygen or ventilation as charted.
///
/// @param deviceName the device's name, if the contract has no word for it
/// @param flow L/min
/// @param fio2 a fraction
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record OxygenView(
        Instant at,
        String device,
        Optional<String> deviceName,
        Optional<BigDecimal> flow,
        Optional<BigDecimal> fio2,
        Optional<String> reason) {
    public static OxygenView of(Instant at, OxygenTherapy therapy) {
        return new OxygenView(
                at,
                therapy.device().word(),
                therapy.deviceName(),
                therapy.flow(),
                therapy.fio2(),
                therapy.reason().map(Word::word));
    }
}
