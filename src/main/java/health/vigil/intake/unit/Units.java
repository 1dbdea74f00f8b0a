package health.vigil.intake.unit;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A closed table of UCUM units and how each converts to the first, the canonical one.
///
/// A UCUM annotation, as in `{beats}/min`, says nothing about the size of a unit and is passed over.
final class Units {
    private static final int LONGEST = 40;
    private static final Pattern ANNOTATION = Pattern.compile("\\{[!-z|~]*}");

    private final String canonical;
    private final Map<String, Conversion> conversions;

    private Units(String canonical, Map<String, Conversion> conversions) {
        this.canonical = canonical;
        this.conversions = Map.copyOf(conversions);
    }

    @SafeVarargs
    static Units of(String canonical, Map.Entry<String, Conversion>... others) {
        var conversions = new HashMap<>(Map.ofEntries(others));
        conversions.put(canonical, Conversion.NONE);
        return new Units(canonical, conversions);
    }

    /// Every amount per every one of another table, for instance mass per volume.
    Units per(Units other) {
        var quotients = new HashMap<String, Conversion>();
        conversions.forEach((amount, ours) -> other.conversions.forEach(
                (divisor, theirs) -> quotients.put(amount + "/" + divisor, ours.per(theirs))));
        return new Units(canonical + "/" + other.canonical, quotients);
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

    static Map.Entry<String, Conversion> unit(String unit, String factor) {
        return entry(unit, Conversion.times(factor));
    }

    static Map.Entry<String, Conversion> unit(String unit, String numerator, String denominator) {
        return entry(unit, Conversion.ratio(numerator, denominator));
    }
}
