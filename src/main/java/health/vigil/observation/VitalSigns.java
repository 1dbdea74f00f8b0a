package health.vigil.observation;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Vital signs read at one instant, at least one, in the units of {@link VitalSign}.
public record VitalSigns(Map<VitalSign, BigDecimal> values, Optional<String> temperatureSite) implements Content {
    public VitalSigns {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Vital signs need at least one value");
        }
        values = new EnumMap<>(values);
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
