package health.vigil.observation;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The plausible vital signs of one instant. Only they are graded.
///
/// @param all whether every value was plausible
public record PlausibleSigns(Map<VitalSign, BigDecimal> values, boolean all) {
    private static final List<VitalSign> SIGNS = List.of(VitalSign.values());

    static PlausibleSigns of(Map<VitalSign, BigDecimal> read) {
        return allPlausible(read) ? new PlausibleSigns(read, true) : new PlausibleSigns(without(read), false);
    }

    private static boolean allPlausible(Map<VitalSign, BigDecimal> read) {
        for (var sign : SIGNS) {
            var value = read.get(sign);
            if (value != null && !sign.plausible(value)) {
                return false;
            }
        }
        return true;
    }

    private static Map<VitalSign, BigDecimal> without(Map<VitalSign, BigDecimal> read) {
        var plausible = new EnumMap<>(read);
        plausible.entrySet().removeIf(entry -> !entry.getKey().plausible(entry.getValue()));
        return plausible;
    }

    public Optional<BigDecimal> value(VitalSign sign) {
        return Optional.ofNullable(values.get(sign));
    }

    /// Whether the pressures contradict each other: the systolic is below the diastolic, or the mean is
    /// outside both.
    public boolean pressuresContradict() {
        return above(VitalSign.DIASTOLIC, VitalSign.SYSTOLIC)
                || above(VitalSign.MEAN_ARTERIAL_PRESSURE, VitalSign.SYSTOLIC)
                || above(VitalSign.DIASTOLIC, VitalSign.MEAN_ARTERIAL_PRESSURE);
    }

    private boolean above(VitalSign lower, VitalSign upper) {
        var low = values.get(lower);
        var high = values.get(upper);
        return low != null && high != null && low.compareTo(high) > 0;
    }

    @Override
    public Map<VitalSign, BigDecimal> values() {
        return new EnumMap<>(values);
    }
}
