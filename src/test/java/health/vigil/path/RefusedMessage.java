package health.vigil.path;

import java.nio.charset.StandardCharsets;
import java.util.List;

import static health.vigil.path.Messages.TIME;
import static health.vigil.path.Messages.kind;
import static health.vigil.path.Messages.vitals;

/// A message that is refused, over HTTP or on the topic.
///
/// @param latin1 its bytes, each as a character
/// @param detail the detail of the answer and of the quarantine entry
record RefusedMessage(String name, String latin1, String detail) {
    private static final String NO_VALUE = "is not exactly one JSON value";
    private static final String TOO_MUCH = "is nested too deeply, or holds a name, text or number that is too long";
    private static final String SOUND = vitals("\"temperature\":38");
    private static final String VASOPRESSOR = "\"agent\":\"dopamine\",\"action\":\"started\"";
    private static final String FROM = "\"cause\":\"x\",\"from\":\"2026-03-02T12:00:00Z\"";

    /// The messages of `docs/messages.md`, in its order.
    static final List<RefusedMessage> ALL = List.of(
            of("not UTF-8", notUtf8(), "is not UTF-8"),
            of("a byte order mark", "\ufeff" + SOUND, NO_VALUE),
            of("malformed", "{\"id\":", NO_VALUE),
            of("decimal comma", vitals("\"temperature\":38,5"), NO_VALUE),
            of("NaN", vitals("\"temperature\":NaN"), NO_VALUE),
            of("Infinity", vitals("\"temperature\":-Infinity"), NO_VALUE),
            of("a comment", SOUND.replace("{", "{/* x */"), NO_VALUE),
            of("trailing bytes", SOUND + "}", NO_VALUE),
            of("a key twice", vitals("\"temperature\":38,\"temperature\":39"), "holds a field twice in one object"),
            of("deep", vitals("\"temperature\":" + "[".repeat(20) + "]".repeat(20)), TOO_MUCH),
            of("a name too long", vitals("\"" + "n".repeat(257) + "\":1"), TOO_MUCH),
            of("a number too long", vitals("\"temperature\":" + "1".repeat(600)), TOO_MUCH),
            of("not an object", "\"text\"", "must be a JSON object"),
            of("unknown field", vitals("\"temperature\":38,\"mood\":1"), "is not a field here"),
            of("unknown kind", kind("weather", "\"temperature\":38"), "must be one of"),
            of(
                    "unknown device",
                    kind("oxygen-therapy", "\"device\":\"mask\",\"reason\":\"hypoxia\""),
                    "must be one of"),
            of("unknown drug", kind("medication", "\"drug\":\"warfarin\""), "must be one of"),
            of("missing field", SOUND.replace(TIME + ",", ""), "is missing"),
            of("null", vitals("\"temperature\":null"), "is null; leave it out instead"),
            of("wrong type", vitals("\"temperature\":\"38\""), "must be a number"),
            of("patient and device", vitals("\"deviceId\":\"d-1\",\"temperature\":38"), "but not both"),
            of("neither patient nor device", SOUND.replaceFirst("\"patientId\":\"[^\"]*\",", ""), "but not both"),
            of("unknown unit", vitals("\"temperature\":{\"value\":38,\"unit\":\"[foo]\"}"), "does not convert to"),
            of(
                    "a unit of something else",
                    vitals("\"spo2\":{\"value\":38,\"unit\":\"mm[Hg]\"}"),
                    "does not convert to"),
            of("more digits than fit", vitals("\"temperature\":38.0000000000000001"), "significant digits"),
            of("too large", vitals("\"systolic\":1000000000"), "a magnitude of 1e9"),
            of(
                    "too large once converted",
                    vitals("\"systolic\":{\"value\":999999999,\"unit\":\"kPa\"}"),
                    "1e9 or more in"),
            of("too small", vitals("\"systolic\":1e-41"), "more than 40 decimal places"),
            of(
                    "negative volume",
                    kind("fluid-bolus", "\"volume\":-5,\"reason\":\"hypotension\""),
                    "must not be negative"),
            of("negative dose", kind("medication", "\"drug\":\"tocilizumab\",\"dose\":-0.1"), "must not be negative"),
            of("negative duration", kind("seizure", seizure("-1")), "must not be negative"),
            of("negative rate", kind("vasopressor", VASOPRESSOR + ",\"rate\":-1"), "must not be negative"),
            of("negative result", kind("lab-result", il6("-1")), "must not be negative"),
            of("no offset in the time", SOUND.replace("00Z\"", "00\""), "needs an offset"),
            of("no such date", SOUND.replace("03-02T", "02-30T"), "is not a valid date and time"),
            of("another century", SOUND.replace("2026-03-02T", "1899-12-31T"), "must lie in the years 1900 to 9999"),
            of("ICE out of range", kind("neuro-check", "\"ice\":11"), "ice: must be a whole number from 0 to 10"),
            of("CAPD out of range", kind("neuro-check", "\"capd\":33"), "capd: must be a whole number from 0 to 32"),
            of("an item missing", kind("neuro-check", "\"ice\":{\"orientation\":4}"), "ice.naming: is missing"),
            of(
                    "scored and not testable",
                    kind("neuro-check", "\"ice\":7,\"notTestable\":[\"ice\"]"),
                    "but it has a score"),
            of("an empty check", kind("neuro-check", ""), "needs at least one of"),
            of("attribution of nothing", kind("attribution", "\"components\":[]," + FROM), "at least one component"),
            of(
                    "attribution backwards",
                    kind("attribution", "\"components\":[\"fever\"]," + FROM + ",\"until\":\"2026-03-01T12:00:00Z\""),
                    "must not be before from"),
            of("a text with NUL", withId("\\u0000"), "id: holds a character that cannot be stored"),
            of("half a surrogate pair", withId("\\ud800"), "id: holds a character that cannot be stored"),
            of("an empty text", withId(""), "id: is empty"),
            of("a text too long", withId("i".repeat(129)), "id: is longer than 128 characters"));

    private static RefusedMessage of(String name, String message, String detail) {
        return of(name, message.getBytes(StandardCharsets.UTF_8), detail);
    }

    private static RefusedMessage of(String name, byte[] message, String detail) {
        return new RefusedMessage(name, new String(message, StandardCharsets.ISO_8859_1), detail);
    }

    private static byte[] notUtf8() {
        var bytes = vitals("\"temperature\":38").getBytes(StandardCharsets.UTF_8);
        bytes[10] = (byte) 0xff;
        return bytes;
    }

    private static String seizure(String minutes) {
        return "\"type\":\"clinical\",\"durationMinutes\":" + minutes
                + ",\"resolved\":true,\"returnedToBaseline\":true";
    }

    private static String il6(String value) {
        return "\"analyte\":\"il-6\",\"value\":" + value + ",\"unit\":\"pg/mL\"";
    }

    /// A valid message with another id.
    private static String withId(String id) {
        return SOUND.replace(Messages.id(SOUND), id);
    }

    byte[] message() {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return name;
    }
}
