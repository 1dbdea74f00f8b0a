package health.vigil.intake.unit;

import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Quantities as senders write them in JSON: a number in the field's unit, or `{"value": 101.3, "unit":
/// "[degF]"}`.
public final class Quantities {
    /// A quantity that is not converted yet.
    public static final Shape<Quantity> QUANTITY = quantity("must be a number, or an object of value and unit");

    private Quantities() {}

    /// The same with another message for a value that is neither.
    public static Shape<Quantity> quantity(String neither) {
        return Shapes.either(
                Fields.object(Quantities::measured),
                (value, location) ->
                        value.isNumber() ? Optional.of(Quantity.bare(value.decimalValue())) : location.refuse(neither));
    }

    private static Optional<Quantity> measured(Fields fields) {
        var value = fields.read("value", Shapes.decimal());
        var unit = fields.read("unit", Shapes.string());
        return Optional.of(new Quantity(value, Optional.of(unit), List.copyOf(fields.unknown())));
    }

    /// A quantity in the canonical unit.
    public static Shape<BigDecimal> of(Measure measure) {
        return (value, location) -> QUANTITY.read(value, location).flatMap(quantity -> quantity.in(measure, location));
    }

    /// A quantity that must not be negative.
    public static Shape<BigDecimal> amount(Measure measure) {
        return of(measure).where(value -> value.signum() >= 0, "must not be negative");
    }
}
