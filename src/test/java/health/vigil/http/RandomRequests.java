package health.vigil.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// Generates parts of requests that are invalid or almost valid.
final class RandomRequests {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
    private static final List<String> WORDS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1e400",
            "NaN",
            "null",
            "true",
            "[]",
            "{}",
            "%",
            "'",
            "\"",
            "' or 1=1 --",
            "${jndi:x}",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "\u0000",
            "\uD83D\uDE00",
            "\u202E",
            "2026-02-30T25:61:61Z",
            "2026-01-01T00:00:00",
            "0000-00-00",
            "+1000000000-12-31T23:59:59Z",
            "9223372036854775808",
            "p-1",
            "00000000-0000-0000-0000-000000000000",
            "vital-signs",
            "active",
            "x".repeat(1000));
    private static final List<String> PARAMETERS = List.of(
            "at",
            "knownAt",
            "from",
            "to",
            "cursor",
            "limit",
            "points",
            "kind",
            "ward",
            "status",
            "state",
            "patientId",
            "actor",
            "head",
            "after",
            "unknown");
    private static final List<String> FIELDS = List.of(
            "id",
            "patientId",
            "deviceId",
            "effectiveAt",
            "kind",
            "temperature",
            "heartRate",
            "value",
            "unit",
            "ice",
            "username",
            "password",
            "role",
            "name",
            "birthDate",
            "ward",
            "bed",
            "product",
            "infusedAt",
            "baseline",
            "journey",
            "url",
            "note",
            "at",
            "from");
    private static final List<String> MEDIA_TYPES = List.of(
            "application/json",
            "application/json",
            "application/json",
            "application/x-ndjson",
            "application/merge-patch+json",
            "text/plain",
            "application/xml",
            "multipart/form-data",
            "x/y; z=\"");
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW");
    private static final int DEEPEST = 4;

    private final Random random;

    RandomRequests(Random random) {
        this.random = random;
    }

    String path(String template) {
        return VARIABLE.matcher(template).replaceAll(variable -> encoded(something()));
    }

    /// @param known the declared parameters of the resource
    String query(List<String> known) {
        var query = new StringBuilder();
        for (var left = random.nextInt(3); left > 0; left--) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(one(known.isEmpty() || random.nextInt(4) == 0 ? PARAMETERS : known))
                    .append('=')
                    .append(encoded(word()));
        }
        return query.toString();
    }

    String method(String usual) {
        return random.nextInt(10) == 0 ? one(METHODS) : usual;
    }

    String mediaType() {
        return one(MEDIA_TYPES);
    }

    byte[] body() {
        var text = switch (random.nextInt(4)) {
            case 0 -> word();
            case 1 -> ("xx" + value(0)).substring(random.nextInt(3));
            default -> value(0);
        };
        return text.getBytes(random.nextInt(20) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }

    private String value(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 6 : 4)) {
            case 0 -> "\"" + word().replace("\\", "").replace("\"", "") + "\"";
            case 1 -> one(List.of("0", "-1", "1e999", "NaN", "3.7", "null", "true", "01", "1e-400"));
            case 2 -> word();
            case 3 -> "\"p-1\"";
            case 4 -> "[" + value(depth + 1) + ", " + value(depth + 1) + "]";
            default -> object(depth + 1);
        };
    }

    private String object(int depth) {
        var object = new StringBuilder("{");
        for (var left = random.nextInt(8); left > 0; left--) {
            object.append(object.length() > 1 ? ", " : "")
                    .append('"')
                    .append(one(FIELDS))
                    .append("\": ")
                    .append(value(depth));
        }
        return object.append('}').toString();
    }

    /// Never empty, because that would be the path of another resource.
    private String something() {
        var word = word();
        return word.isEmpty() ? "x" : word;
    }

    private String word() {
        return one(WORDS);
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
