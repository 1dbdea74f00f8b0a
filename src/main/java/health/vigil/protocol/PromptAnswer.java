package health.vigil.protocol;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What a person answered to a row.
///
/// @param row the id of the row
/// @param version its version then
/// @param instanceFrom the begin of the instance that was answered
/// @param doneAt when it was done, if it was
/// @param until when it is planned, if it is
/// @param reason why it was declined, if it was
public record PromptAnswer(
        UUID id,
        String row,
        String version,
        Instant instanceFrom,
        PromptResponse response,
        Instant answeredAt,
        String by,
        Optional<Instant> doneAt,
        Optional<Instant> until,
        Optional<DeclineReason> reason,
        Optional<String> text) {}
