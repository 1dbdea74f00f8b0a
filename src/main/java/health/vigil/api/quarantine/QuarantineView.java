package health.vigil.api.quarantine;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.store.QuarantineRow;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// A record in quarantine in a response.
///
/// @param value the record as received, if that is text
/// @param valueBase64 the record as received, if that is not text
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record QuarantineView(
        UUID id,
        String state,
        String reason,
        String detail,
        Instant receivedAt,
        int partition,
        long offset,
        Optional<String> observationId,
        Optional<String> sender,
        Optional<String> patientId,
        Optional<String> deviceId,
        Optional<String> settledBy,
        Optional<Instant> settledAt,
        Optional<String> note,
        Optional<String> value,
        Optional<String> valueBase64) {
    static QuarantineView of(QuarantineRow row) {
        var bytes = row.opened();
        var text = bytes.flatMap(QuarantineView::text);
        return new QuarantineView(
                row.id,
                row.state,
                row.reason,
                row.detail,
                row.receivedAt,
                row.partition,
                row.offset,
                Optional.ofNullable(row.observationId),
                Optional.ofNullable(row.sender),
                Optional.ofNullable(row.patientId),
                Optional.ofNullable(row.deviceId),
                Optional.ofNullable(row.settledBy),
                Optional.ofNullable(row.settledAt),
                Optional.ofNullable(row.note),
                text,
                bytes.filter(_ -> text.isEmpty()).map(Base64.getEncoder()::encodeToString));
    }

    private static Optional<String> text(byte[] value) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }
}
