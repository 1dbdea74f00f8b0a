package health.vigil.intake.unit;

import health.vigil.json.Decimals;
import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.json.Texts;
import health.vigil.json.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// A measured number before it is converted.
///
/// @param unit absent for a number in the unit of its field
/// @param besides faults of other fields in the same object
public record Quantity(ReadField<BigDecimal> value, Optional<ReadField<String>> unit, List<Violation> besides) {
    public static final int LONGEST_UNIT = 40;

    public Quantity {
        besides = List.copyOf(besides);
    }

    /// A number in the unit of its field.
    public static Quantity bare(BigDecimal value) {
        return new Quantity(ReadField.of(value), Optional.empty(), List.of());
    }

    public static Quantity of(BigDecimal value, String unit) {
        return new Quantity(ReadField.of(value), Optional.of(ReadField.of(unit)), List.of());
    }

    /// A number with the symbol of its unit, if it has one.
    public record MeasuredNumber(BigDecimal value, Optional<String> unit) {}

    /// The number in the canonical unit of a measure. Faults are noted.
    public Optional<BigDecimal> in(Measure measure, Location location) {
        return unit.isEmpty()
                ? check(value, location)
                : measured(location).flatMap(sound -> converted(sound, measure, location));
    }

    private Optional<MeasuredNumber> measured(Location location) {
        return measured(location, (symbol, _) -> Optional.of(symbol));
    }

    /// The number in its own unit. Faults are noted.
    ///
    /// @param known checks the symbol of the unit
    public Optional<MeasuredNumber> measured(Location location, BiFunction<String, Location, Optional<String>> known) {
        if (unit.isEmpty()) {
            return check(value, location).map(number -> new MeasuredNumber(number, Optional.empty()));
        }
        var number = value.given()
                ? check(value, location.field("value"))
                : location.field("value").<BigDecimal>missing();
        var place = location.field("unit");
        var symbol = symbol(unit.get(), place).flatMap(text -> known.apply(text, place));
        besides.forEach(location::note);
        return number.flatMap(sound -> symbol.map(text -> new MeasuredNumber(sound, Optional.of(text))));
    }

    private static Optional<BigDecimal> check(ReadField<BigDecimal> value, Location location) {
        value.faults().forEach(location::note);
        return value.value().flatMap(number -> Decimals.check(number, location));
    }

    private static Optional<String> symbol(ReadField<String> unit, Location location) {
        unit.faults().forEach(location::note);
        return unit.given()
                ? unit.value().flatMap(text -> Texts.check(text, LONGEST_UNIT, location))
                : location.missing();
    }

    private static Optional<BigDecimal> converted(MeasuredNumber sound, Measure measure, Location location) {
        var converted = measure.convert(sound.value(), sound.unit().orElseThrow());
        if (converted.isEmpty()) {
            return location.field("unit").refuse("does not convert to " + measure.unit());
        }
        var fault = converted.flatMap(Decimals::fault);
        return fault.isPresent() ? location.refuse(fault.get() + " in " + measure.unit()) : converted;
    }
}
