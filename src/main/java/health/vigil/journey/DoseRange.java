package health.vigil.journey;

import java.math.BigDecimal;

/// The doses that a product is made for, limits included.
///
/// @param unit `10*6` cells, or `10*6/kg`
public record DoseRange(BigDecimal least, BigDecimal most, String unit) {
    public DoseRange {
        if (!CellDose.UNITS.contains(unit)) {
            throw new IllegalArgumentException("The unit of a dose must be 10*6 or 10*6/kg");
        }
        if (least.signum() < 0 || least.compareTo(most) > 0) {
            throw new IllegalArgumentException("The least dose must be 0 or more and not above the most");
        }
    }

    boolean includes(BigDecimal dose) {
        return dose.compareTo(least) >= 0 && dose.compareTo(most) <= 0;
    }

    @Override
    public String toString() {
        return least.toPlainString() + " to " + new CellDose(most, unit);
    }
}
