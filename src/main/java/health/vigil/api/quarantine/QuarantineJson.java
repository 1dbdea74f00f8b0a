package health.vigil.api.quarantine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.JsonText;
import health.vigil.store.QuarantineRow;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// A record in quarantine as the API tells it.
final class QuarantineJson {
    private QuarantineJson() {}

    static ObjectNode of(QuarantineRow row) {
        var json = JsonText.object()
                .put("id", row.id.toString())
                .put("state", row.state)
                .put("reason", row.reason)
                .put("detail", row.detail)
                .put("receivedAt", row.receivedAt.toString())
                .put("partition", row.partition)
                .put("offset", row.offset);
        put(json, "observationId", row.observationId);
        put(json, "sender", row.sender);
        put(json, "patientId", row.patientId);
        put(json, "deviceId", row.deviceId);
        put(json, "settledBy", row.settledBy);
        put(json, "settledAt", row.settledAt);
        put(json, "note", row.note);
        row.opened().ifPresent(value -> putBytes(json, value));
        return json;
    }

    private static void put(ObjectNode json, String field, @Nullable Object value) {
        if (value != null) {
            json.put(field, value.toString());
        }
    }

    /// As text where it is text, else as bytes.
    private static void putBytes(ObjectNode json, byte[] value) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value));
            json.put("value", text.toString());
        } catch (CharacterCodingException binary) {
            json.put("valueBase64", Base64.getEncoder().encodeToString(value));
        }
    }
}
