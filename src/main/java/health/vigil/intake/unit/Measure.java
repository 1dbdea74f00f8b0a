package health.vigil.intake.unit;

import health.vigil.observation.VitalSign;
import java.math.BigDecimal;
import java.util.Optional;

/// What a quantity measures, the unit of a number without a unit, and the units that convert to it.
///
/// Pressures convert as UCUM defines the unit: 1 mm[Hg] is 133.322 Pa.
public enum Measure {
    TEMPERATURE(Units.of("Cel")
            .and("[degF]", Conversion.shifted("-32", "5", "9"))
            .and("[degR]", Conversion.shifted("-491.67", "5", "9"))
            .and("[degRe]", "1.25")
            .and("K", Conversion.shifted("-273.15", "1", "1"))),
    PRESSURE(Units.of("mm[Hg]")
            .and("cm[Hg]", "10")
            .and("m[Hg]", "1000")
            .and("[in_i'Hg]", "25.4")
            .and("Pa", "1", "133.322")
            .and("N/m2", "1", "133.322")
            .and("daPa", "10", "133.322")
            .and("hPa", "100", "133.322")
            .and("kPa", "1000", "133.322")
            .and("MPa", "1000000", "133.322")
            .and("mbar", "100", "133.322")
            .and("bar", "100000", "133.322")
            .and("atm", "101325", "133.322")
            // A pound-force per square inch: 4.4482216152605 N per 0.00064516 m2.
            .and("[psi]", "4.4482216152605", "0.08601402152")
            .and("mm[H2O]", "9.80665", "133.322")
            .and("cm[H2O]", "98.0665", "133.322")),
    FREQUENCY(Units.of("/min")
            .and("1/min", "1")
            .and("min-1", "1")
            .and("/s", "60")
            .and("1/s", "60")
            .and("s-1", "60")
            .and("Hz", "60")
            .and("mHz", "0.06")
            .and("/h", "1", "60")
            .and("1/h", "1", "60")
            .and("h-1", "1", "60")
            .and("/d", "1", "1440")
            .and("1/d", "1", "1440")
            .and("d-1", "1", "1440")),
    PERCENT(Units.of("%").and("1", "100").and("10*-2", "1").and("10^-2", "1").and("[ppth]", "0.1")),
    FRACTION(Units.of("1")
            .and("%", "0.01")
            .and("10*-2", "0.01")
            .and("10^-2", "0.01")
            .and("[ppth]", "0.001")),
    FLOW(Amounts.VOLUME.per(Amounts.TIME)),
    VOLUME(Units.of("mL")
            .and("ml", "1")
            .and("cm3", "1")
            .and("uL", "0.001")
            .and("ul", "0.001")
            .and("mm3", "0.001")
            .and("[foz_us]", "29.5735295625")
            .and("cL", "10")
            .and("cl", "10")
            .and("dL", "100")
            .and("dl", "100")
            .and("L", "1000")
            .and("l", "1000")
            .and("dm3", "1000")
            .and("m3", "1000000")),
    DOSE(Units.of("mg")
            .and("pg", "0.000000001")
            .and("ng", "0.000001")
            .and("ug", "0.001")
            .and("cg", "10")
            .and("dg", "100")
            .and("g", "1000")
            .and("kg", "1000000")),
    WEIGHT(Units.of("kg")
            .and("mg", "0.000001")
            .and("g", "0.001")
            .and("Mg", "1000")
            .and("t", "1000")
            .and("[stone_av]", "6.35029318")
            .and("[lb_av]", "0.45359237")
            .and("[oz_av]", "0.028349523125")),
    MINUTES(Units.of("min")
            .and("ms", "1", "60000")
            .and("s", "1", "60")
            .and("h", "60")
            .and("d", "1440")
            .and("wk", "10080"));

    // The table is immutable.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Units units;

    Measure(Units units) {
        this.units = units;
    }

    /// What a vital sign measures.
    public static Measure of(VitalSign sign) {
        return switch (sign) {
            case TEMPERATURE -> TEMPERATURE;
            case HEART_RATE, RESPIRATORY_RATE -> FREQUENCY;
            case SYSTOLIC, DIASTOLIC, MEAN_ARTERIAL_PRESSURE -> PRESSURE;
            case SPO2 -> PERCENT;
        };
    }

    /// The unit of a number without a unit (UCUM).
    public String unit() {
        return units.canonical();
    }

    /// The value in the canonical unit; absent if the unit does not convert to it.
    public Optional<BigDecimal> convert(BigDecimal value, String unit) {
        return units.convert(value, unit);
    }
}
