package health.vigil.observation;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Vital signs read at one instant, at least one, in the units of {@link VitalSign}.
public record VitalSigns(Map<VitalSign, BigDecimal> values, Optional<String> temperatureSite) implements Content {
    private static final List<VitalSign> SIGNS = List.of(VitalSign.values());

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
        for (var sign : SIGNS) {
            var value = values.get(sign);
            if (value != null && !sign.plausible(value)) {
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
        var low = values.get(lower);
        var high = values.get(upper);
        return low != null && high != null && low.compareTo(high) > 0 && lower.plausible(low) && upper.plausible(high);
    }

    @Override
    public Map<VitalSign, BigDecimal> values() {
        return new EnumMap<>(values);
    }
}
