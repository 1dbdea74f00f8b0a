package health.vigil.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/// One observation with its times read.
///
/// @param at         its `effectiveAt`, truncated to microseconds
/// @param receivedAt the receipt, truncated to microseconds
/// @param body       the whole of it, in the wire format
record OracleObservation(String id, String kind, Instant at, Instant receivedAt, JsonNode body) {

    static OracleObservation read(JsonNode body) {
        return new OracleObservation(
                body.get("id").textValue(),
                body.get("kind").textValue(),
                instant(body, "effectiveAt"),
                instant(body, "receivedAt"),
                body);
    }

    static Instant instant(JsonNode body, String field) {
        return OffsetDateTime.parse(body.get(field).textValue()).toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    boolean is(String wantedKind) {
        return kind.equals(wantedKind);
    }

    /// Taken by the patient, a caregiver or a device at home: nobody of the hospital confirmed it.
    boolean atHome() {
        return hasWord("setting", "home");
    }

    boolean hasWord(String field, String word) {
        return word.equals(text(field));
    }

    boolean has(String field) {
        return body.hasNonNull(field);
    }

    String text(String field) {
        return body.path(field).asText();
    }

    boolean flag(String field) {
        return body.path(field).asBoolean();
    }
}
