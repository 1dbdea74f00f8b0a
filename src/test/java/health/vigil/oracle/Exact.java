package health.vigil.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/// A fraction of two decimals, the lower one above zero: 100.4 degF is (68.4 x 5) / 9 Cel, and no digit is lost.
record Exact(BigDecimal upper, BigDecimal lower) {

    static Exact of(String decimal) {
        return new Exact(new BigDecimal(decimal), BigDecimal.ONE);
    }

    /// A quantity of an observation or a baseline, in the unit that the wire format names for its field.
    static Optional<Exact> read(JsonNode holder, String field) {
        JsonNode quantity = holder.path(field);
        if (quantity.isMissingNode() || quantity.isNull()) {
            return Optional.empty();
        }
        if (quantity.isNumber()) {
            return Optional.of(new Exact(quantity.decimalValue(), BigDecimal.ONE));
        }
        return Optional.of(convert(
                quantity.get("value").decimalValue(), quantity.get("unit").textValue()));
    }

    private static Exact convert(BigDecimal value, String unit) {
        return switch (unit) {
            case "Cel", "mm[Hg]", "%", "L/min", "/min", "min" -> new Exact(value, BigDecimal.ONE);
            case "[degF]" ->
                new Exact(value.subtract(new BigDecimal(32)).multiply(new BigDecimal(5)), new BigDecimal(9));
            case "K" -> new Exact(value.subtract(new BigDecimal("273.15")), BigDecimal.ONE);
            case "kPa" -> new Exact(value, new BigDecimal("0.133322"));
            default -> throw new IllegalArgumentException("the oracle does not know the unit " + unit);
        };
    }

    Exact times(String factor) {
        return new Exact(upper.multiply(new BigDecimal(factor)), lower);
    }

    Exact minus(String decimal) {
        return new Exact(upper.subtract(new BigDecimal(decimal).multiply(lower)), lower);
    }

    boolean isBelow(Exact other) {
        return upper.multiply(other.lower).compareTo(other.upper.multiply(lower)) < 0;
    }

    boolean isBelow(String decimal) {
        return isBelow(of(decimal));
    }

    boolean isAtLeast(Exact other) {
        return !isBelow(other);
    }

    boolean isAbove(Exact other) {
        return other.isBelow(this);
    }
}
