package health.vigil.intake.unit;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.json.Fields;
import health.vigil.json.Location;
import health.vigil.json.Numbers;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import java.math.BigDecimal;
import java.util.Optional;

/// Quantities as senders write them: a number in the field's unit, or `{"value": 101.3, "unit": "[degF]"}`.
public final class Quantities {
    public static final int LONGEST_UNIT = 40;

    private Quantities() {}

    /// A quantity in the canonical unit.
    public static Shape<BigDecimal> of(Measure measure) {
        return Shapes.either(Fields.object(fields -> converted(fields, measure)), Quantities::bare);
    }

    /// A quantity that cannot be below zero.
    public static Shape<BigDecimal> amount(Measure measure) {
        return of(measure).where(value -> value.signum() >= 0, "must not be negative");
    }

    private static Optional<BigDecimal> bare(JsonNode value, Location location) {
        return value.isNumber()
                ? Shapes.number().read(value, location)
                : location.refuse("must be a number, or an object of value and unit");
    }

    private static Optional<BigDecimal> converted(Fields fields, Measure measure) {
        var value = fields.need("value", Shapes.number());
        var unit = fields.need("unit", Shapes.text(LONGEST_UNIT));
        fields.refuseUnknown();
        return value.flatMap(number -> unit.flatMap(symbol -> convert(number, symbol, measure, fields)));
    }

    private static Optional<BigDecimal> convert(BigDecimal number, String unit, Measure measure, Fields fields) {
        var converted = measure.convert(number, unit);
        if (converted.isEmpty()) {
            return fields.at("unit").refuse("does not convert to " + measure.unit());
        }
        var fault = converted.flatMap(Numbers::fault);
        return fault.isPresent() ? fields.refuse(fault.get() + " in " + measure.unit()) : converted;
    }
}
