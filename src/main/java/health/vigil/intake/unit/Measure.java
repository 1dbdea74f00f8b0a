package health.vigil.intake.unit;

import static health.vigil.intake.unit.Units.unit;
import static java.util.Map.entry;

import health.vigil.observation.VitalSign;
import java.math.BigDecimal;
import java.util.Optional;

/// What a quantity measures: the unit of a bare number, and the units that convert to it.
///
/// Pressures convert as UCUM defines the unit: 1 mm[Hg] is 133.322 Pa.
public enum Measure {
    TEMPERATURE(Units.of(
            "Cel",
            entry("[degF]", Conversion.shifted("-32", "5", "9")),
            entry("K", Conversion.shifted("-273.15", "1", "1")))),
    PRESSURE(Units.of(
            "mm[Hg]",
            unit("cm[Hg]", "10"),
            unit("m[Hg]", "1000"),
            unit("Pa", "1", "133.322"),
            unit("hPa", "100", "133.322"),
            unit("kPa", "1000", "133.322"),
            unit("mbar", "100", "133.322"),
            unit("bar", "100000", "133.322"),
            unit("cm[H2O]", "98.0665", "133.322"))),
    FREQUENCY(Units.of(
            "/min",
            unit("1/min", "1"),
            unit("min-1", "1"),
            unit("/s", "60"),
            unit("1/s", "60"),
            unit("s-1", "60"),
            unit("Hz", "60"),
            unit("/h", "1", "60"),
            unit("1/h", "1", "60"),
            unit("h-1", "1", "60"))),
    PERCENT(Units.of("%", unit("1", "100"))),
    FRACTION(Units.of("1", unit("%", "0.01"))),
    FLOW(Amounts.VOLUME.per(Amounts.TIME)),
    VOLUME(Units.of(
            "mL",
            unit("ml", "1"),
            unit("cm3", "1"),
            unit("uL", "0.001"),
            unit("ul", "0.001"),
            unit("cL", "10"),
            unit("cl", "10"),
            unit("dL", "100"),
            unit("dl", "100"),
            unit("L", "1000"),
            unit("l", "1000"),
            unit("dm3", "1000"))),
    DOSE(Units.of(
            "mg", unit("ng", "0.000001"), unit("ug", "0.001"), unit("g", "1000"), unit("kg", "1000000"))),
    WEIGHT(Units.of(
            "kg",
            unit("mg", "0.000001"),
            unit("g", "0.001"),
            unit("[lb_av]", "0.45359237"),
            unit("[oz_av]", "0.028349523125"))),
    MINUTES(Units.of(
            "min", unit("ms", "1", "60000"), unit("s", "1", "60"), unit("h", "60"), unit("d", "1440")));

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

    /// The unit of a bare number (UCUM).
    public String unit() {
        return units.canonical();
    }

    /// The value in the canonical unit; absent when the unit does not convert to it.
    public Optional<BigDecimal> convert(BigDecimal value, String unit) {
        return units.convert(value, unit);
    }
}
