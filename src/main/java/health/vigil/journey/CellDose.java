package health.vigil.journey;

import java.math.BigDecimal;
import java.util.Set;

/// A dose of cells.
///
/// @param unit `10*6` cells, or `10*6/kg`
public record CellDose(BigDecimal value, String unit) {
    public static final String MILLIONS = "10*6";
    public static final String MILLIONS_PER_KILOGRAM = "10*6/kg";
    public static final Set<String> UNITS = Set.of(MILLIONS, MILLIONS_PER_KILOGRAM);

    public CellDose {
        if (!UNITS.contains(unit)) {
            throw new IllegalArgumentException("The unit of a dose must be 10*6 or 10*6/kg");
        }
    }

    boolean perKilogram() {
        return unit.equals(MILLIONS_PER_KILOGRAM);
    }

    @Override
    public String toString() {
        return value.toPlainString() + " " + unit;
    }
}
