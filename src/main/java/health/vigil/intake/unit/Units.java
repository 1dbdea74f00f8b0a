package health.vigil.intake.unit;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A closed table of UCUM units, each with its conversion to the first one, which is canonical.
///
/// A UCUM annotation, as in `{beats}/min`, does not change the size of a unit and is ignored.
final class Units {
    private static final int LONGEST = 40;
    private static final Pattern ANNOTATION = Pattern.compile("\\{[!-z|~]*}");

    private final String canonical;
    private final Map<String, Conversion> conversions;

    private Units(String canonical, Map<String, Conversion> conversions) {
        this.canonical = canonical;
        this.conversions = Map.copyOf(conversions);
    }

    static Units of(String canonical) {
        return new Units(canonical, Map.of(canonical, Conversion.NONE));
    }

    /// Adds a unit with its factor to the canonical one.
    Units and(String unit, String factor) {
        return and(unit, Conversion.ratio(factor, "1"));
    }

    Units and(String unit, String numerator, String denominator) {
        return and(unit, Conversion.ratio(numerator, denominator));
    }

    Units and(String unit, Conversion conversion) {
        var more = new HashMap<>(conversions);
        more.put(unit, conversion);
        return new Units(canonical, more);
    }

    /// The quotients of this table's units and another table's units, such as mass per volume: `mg/L`, or
    /// `mg.L-1`.
    Units per(Units other) {
        var quotients = new HashMap<String, Conversion>();
        conversions.forEach((amount, ours) -> other.conversions.forEach((divisor, theirs) -> {
            var quotient = ours.per(theirs);
            quotients.put(amount + "/" + divisor, quotient);
            quotients.put((amount.isEmpty() ? "" : amount + ".") + inverse(divisor), quotient);
        }));
        return new Units(canonical + "/" + other.canonical, quotients);
    }

    /// The unit with its exponent negated. Without an exponent the exponent is 1.
    private static String inverse(String divisor) {
        return divisor.endsWith("3") ? divisor.substring(0, divisor.length() - 1) + "-3" : divisor + "-1";
    }

    String canonical() {
        return canonical;
    }

    boolean contain(String unit) {
        return conversion(unit).isPresent();
    }

    Optional<BigDecimal> convert(BigDecimal value, String unit) {
        return conversion(unit).map(conversion -> conversion.apply(value));
    }

    private Optional<Conversion> conversion(String unit) {
        return unit.length() > LONGEST
                ? Optional.empty()
                : Optional.ofNullable(conversions.get(ANNOTATION.matcher(unit).replaceAll("")));
    }
}
