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

    /// The value as read, plausible or not.
    public Optional<BigDecimal> value(VitalSign sign) {
        return Optional.ofNullable(values.get(sign));
    }

    /// The value if it was read and can be true.
    public Optional<BigDecimal> plausible(VitalSign sign) {
        return value(sign).filter(sign::plausible);
    }

    /// Whether every value can be true.
    public boolean allPlausible() {
        for (var entry : values.entrySet()) {
            if (!entry.getKey().plausible(entry.getValue())) {
                return false;
            }
        }
        return true;
    }

    /// Whether the pressures contradict each other: the systolic is under the diastolic, or the mean outside both. Only
    /// what can be true is compared.
    public boolean pressuresContradict() {
        return above(VitalSign.DIASTOLIC, VitalSign.SYSTOLIC)
                || above(VitalSign.MEAN_ARTERIAL_PRESSURE, VitalSign.SYSTOLIC)
                || above(VitalSign.DIASTOLIC, VitalSign.MEAN_ARTERIAL_PRESSURE);
    }

    private boolean above(VitalSign lower, VitalSign upper) {
        return plausible(lower)
                .filter(low ->
                        plausible(upper).filter(high -> low.compareTo(high) > 0).isPresent())
                .isPresent();
    }

    @Override
    public Map<VitalSign, BigDecimal> values() {
        return new EnumMap<>(values);
    }
}
