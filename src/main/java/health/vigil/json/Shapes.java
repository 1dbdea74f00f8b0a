package health.vigil.json;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.observation.DeviceId;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The shapes of fields.
public final class Shapes {
    private static final String TEXT = "must be a text";
    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private Shapes() {}

    /// Any text.
    public static Shape<String> string() {
        return (value, location) -> value.isTextual() ? Optional.of(value.textValue()) : location.refuse(TEXT);
    }

    /// A text of 1 to `longest` characters that every system can store and show.
    public static Shape<String> text(int longest) {
        var string = string();
        return (value, location) -> string.read(value, location).flatMap(text -> Texts.check(text, longest, location));
    }

    /// The same, but it may be empty.
    public static Shape<String> textOrNothing(int longest) {
        var text = text(longest);
        return (value, location) -> value.isTextual() && value.textValue().isEmpty()
                ? Optional.of(value.textValue())
                : text.read(value, location);
    }

    /// A text that is not blank.
    public static Shape<String> sentence(int longest) {
        return text(longest).where(text -> !text.isBlank(), "is blank");
    }

    /// A sender's id of an observation.
    public static Shape<String> observationId() {
        return text(ObservationId.MAX_LENGTH);
    }

    public static Shape<DeviceId> deviceId() {
        return map(text(DeviceId.MAX_LENGTH), DeviceId::new);
    }

    public static Shape<PatientId> patientId() {
        return map(
                text(Integer.MAX_VALUE).where(PatientId::accepts, "must be 1 to 64 letters, digits, dots or hyphens"),
                PatientId::new);
    }

    /// One of a closed set of words.
    public static <W extends Enum<W> & Word> Shape<W> word(Class<W> words) {
        var message = "must be one of "
                + Arrays.stream(words.getEnumConstants()).map(Word::word).collect(Collectors.joining(", "));
        return (value, location) -> value.isTextual()
                ? Word.of(words, value.textValue()).or(() -> location.refuse(message))
                : location.refuse(message);
    }

    public static Shape<Boolean> claim() {
        return (value, location) ->
                value.isBoolean() ? Optional.of(value.booleanValue()) : location.refuse("must be true or false");
    }

    /// Any number.
    public static Shape<BigDecimal> decimal() {
        return (value, location) ->
                value.isNumber() ? Optional.of(value.decimalValue()) : location.refuse("must be a number");
    }

    /// A number in its normal form.
    public static Shape<BigDecimal> number() {
        var decimal = decimal();
        return (value, location) -> decimal.read(value, location).flatMap(number -> Decimals.check(number, location));
    }

    /// A whole number in a range, limits included; 7.0 counts as whole.
    public static Shape<Integer> count(int lowest, int highest) {
        var message = "must be a whole number from " + lowest + " to " + highest;
        return map(
                number().where(
                                number -> number.scale() == 0
                                        && number.compareTo(BigDecimal.valueOf(lowest)) >= 0
                                        && number.compareTo(BigDecimal.valueOf(highest)) <= 0,
                                message),
                BigDecimal::intValueExact);
    }

    /// Any instant.
    public static Shape<Instant> instant() {
        return (value, location) ->
                value.isTextual() ? Times.parse(value.textValue(), location) : location.refuse(TEXT);
    }

    /// An instant that can be stored.
    public static Shape<Instant> time() {
        var instant = instant();
        return (value, location) -> instant.read(value, location).flatMap(time -> Times.check(time, location));
    }

    public static Shape<UUID> uuid() {
        return map(text(36).where(text -> UUID_FORM.matcher(text).matches(), "must be a UUID"), UUID::fromString);
    }

    /// An array of items with the same shape.
    public static <T> Shape<List<T>> list(Shape<T> item) {
        return (value, location) ->
                value.isArray() ? items(value, item, location) : location.refuse("must be an array");
    }

    private static <T> Optional<List<T>> items(JsonNode array, Shape<T> item, Location location) {
        var items = new ArrayList<T>();
        for (int index = 0; index < array.size(); index++) {
            item.read(array.get(index), location.item(index)).ifPresent(items::add);
        }
        return items.size() == array.size() ? Optional.of(items) : Optional.empty();
    }

    /// The shape of a converted value.
    public static <T, U> Shape<U> map(Shape<T> shape, Function<T, U> function) {
        return (value, location) -> shape.read(value, location).map(function);
    }

    /// One shape for objects, another for all other values.
    public static <T> Shape<T> either(Shape<T> object, Shape<T> other) {
        return (value, location) -> (value.isObject() ? object : other).read(value, location);
    }
}
