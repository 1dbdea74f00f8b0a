package health.vigil.intake.unit;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/// The measure of an infusion's rate. Rates keep their unit. Conversion is used only to compare rates.
public enum RateMeasure {
    MASS(Amounts.MASS.per(Amounts.TIME)),
    MASS_BY_WEIGHT(Amounts.MASS.per(Amounts.BODY_MASS).per(Amounts.TIME)),
    ACTIVITY(Amounts.ACTIVITY.per(Amounts.TIME)),
    ACTIVITY_BY_WEIGHT(Amounts.ACTIVITY.per(Amounts.BODY_MASS).per(Amounts.TIME)),
    ARBITRARY(Amounts.ARBITRARY.per(Amounts.TIME)),
    ARBITRARY_BY_WEIGHT(Amounts.ARBITRARY.per(Amounts.BODY_MASS).per(Amounts.TIME)),
    VOLUME(Amounts.VOLUME.per(Amounts.TIME));

    // The table is immutable.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Units units;

    RateMeasure(Units units) {
        this.units = units;
    }

    /// The measure of a unit; absent if the unit is no rate of an infusion.
    public static Optional<RateMeasure> of(String unit) {
        return Arrays.stream(values())
                .filter(measure -> measure.units.contain(unit))
                .findFirst();
    }

    /// The unit in which rates are compared.
    public String unit() {
        return units.canonical();
    }

    public BigDecimal convert(BigDecimal value, String unit) {
        return units.convert(value, unit).orElseThrow();
    }
}
