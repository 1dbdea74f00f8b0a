package health.vigil.intake.draft;

import health.vigil.intake.unit.Measure;
import health.vigil.intake.unit.Quantity;
import health.vigil.json.Decimals;
import health.vigil.json.Location;
import health.vigil.json.Texts;
import health.vigil.json.Times;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// A rule for the value of a field. A check either returns the value or notes at least one fault at its place.
@FunctionalInterface
interface FieldRule<T, U> {
    FieldRule<Instant, Instant> TIME = Times::check;
    FieldRule<BigDecimal, BigDecimal> NUMBER = Decimals::check;

    Optional<U> check(T value, Location location);

    /// This rule with a further condition.
    default FieldRule<T, U> where(Predicate<U> rule, String message) {
        return (value, location) -> check(value, location)
                .flatMap(sound -> rule.test(sound) ? Optional.of(sound) : location.refuse(message));
    }

    /// This rule with its result converted to another type.
    default <V> FieldRule<T, V> as(Function<U, V> function) {
        return (value, location) -> check(value, location).map(function);
    }

    /// A check as a rule.
    static <T, U> FieldRule<T, U> of(FieldRule<T, U> check) {
        return check;
    }

    /// A text of 1 to `longest` characters that every system can store and show.
    static FieldRule<String, String> text(int longest) {
        return (value, location) -> Texts.check(value, longest, location);
    }

    /// A text that is not blank.
    static FieldRule<String, String> sentence(int longest) {
        return text(longest).where(text -> !text.isBlank(), "is blank");
    }

    /// A whole number in a range, limits included; 7.0 is whole.
    static FieldRule<BigDecimal, Integer> count(int lowest, int highest) {
        var least = BigDecimal.valueOf(lowest);
        var most = BigDecimal.valueOf(highest);
        return NUMBER.where(
                        number -> number.scale() == 0 && number.compareTo(least) >= 0 && number.compareTo(most) <= 0,
                        "must be a whole number from " + lowest + " to " + highest)
                .as(BigDecimal::intValueExact);
    }

    static FieldRule<Quantity, BigDecimal> quantity(Measure measure) {
        return (value, location) -> value.in(measure, location);
    }

    /// A quantity that must not be negative.
    static FieldRule<Quantity, BigDecimal> amount(Measure measure) {
        return quantity(measure).where(FieldRule::notNegative, "must not be negative");
    }

    static boolean notNegative(BigDecimal number) {
        return number.signum() >= 0;
    }
}
