package health.vigil.observation;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Vital signs read at one instant, at least one, in the units of {@link VitalSign}.
///
/// @param setting where they were taken; absent for the hospital and for visits
/// @param device the name of the device at home
public record VitalSigns(
        Map<VitalSign, BigDecimal> values,
        Optional<String> temperatureSite,
        Optional<CareSetting> setting,
        Optional<String> device)
        implements Content {
    public VitalSigns {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Vital signs need at least one value");
        }
        values = new EnumMap<>(values);
    }

    /// Vital signs taken in the hospital or at a visit.
    public VitalSigns(Map<VitalSign, BigDecimal> values, Optional<String> temperatureSite) {
        this(values, temperatureSite, Optional.empty(), Optional.empty());
    }

    /// Whether they were taken at home, so that nobody of the hospital confirmed them.
    public boolean atHome() {
        return setting.isPresent();
    }

    /// The value as sent, plausible or not.
    public Optional<BigDecimal> value(VitalSign sign) {
        return Optional.ofNullable(values.get(sign));
    }

    /// The plausible values.
    public PlausibleSigns plausible() {
        return PlausibleSigns.of(values);
    }

    @Override
    public Map<VitalSign, BigDecimal> values() {
        return new EnumMap<>(values);
    }
}
