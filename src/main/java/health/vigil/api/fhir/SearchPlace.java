package health.vigil.api.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import health.vigil.json.JsonText;
import health.vigil.json.StrictJson;
import health.vigil.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/// The last result of a page. Opaque to clients; it holds no patient and is bound to its reader and the search.
///
/// @param source which of the merged lists it comes from
/// @param id of the row
/// @param sender of the row; empty if its list has none
/// @param part which of the row's resources it is
record SearchPlace(Instant at, String source, String id, String sender, int part) {
    private static final int FIELDS = 6;
    private static final int BINDING = 24;

    String text(String binding) {
        var fields = JsonNodeFactory.instance.arrayNode();
        fields.add(at.toString()).add(source).add(id).add(sender).add(part).add(binding);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JsonText.of(fields).getBytes(StandardCharsets.UTF_8));
    }

    static SearchPlace read(String text, String binding) {
        try {
            if (StrictJson.parse(Base64.getUrlDecoder().decode(text))
                            instanceof StrictJson.Parsed.Value(ArrayNode fields)
                    && fields.size() == FIELDS
                    && fields.path(5).asText().equals(binding)) {
                return new SearchPlace(
                        Instant.parse(fields.path(0).asText()),
                        fields.path(1).asText(),
                        fields.path(2).asText(),
                        fields.path(3).asText(),
                        fields.path(4).asInt());
            }
        } catch (IllegalArgumentException | DateTimeException _) {
            throw foreign();
        }
        throw foreign();
    }

    private static ProblemException foreign() {
        return ProblemException.invalid("_cursor", "is not a cursor that this search gave to this user");
    }

    /// Binds a cursor to a user and to a search.
    static String binding(String user, String search) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((user.length() + ":" + user).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of()
                    .formatHex(digest.digest(search.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, BINDING);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
