package health.vigil.api.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.observation.Word;
import health.vigil.protocol.PromptAnswer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An answer to a row.
///
/// @param version the version of the row that was answered
/// @param at when it was done
/// @param until when it is planned
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record AnswerView(
        UUID id,
        String version,
        String answer,
        Instant answeredAt,
        String by,
        Optional<Instant> at,
        Optional<Instant> until,
        Optional<String> reason,
        Optional<String> text) {
    static AnswerView of(PromptAnswer answer) {
        return new AnswerView(
                answer.id(),
                answer.version(),
                answer.response().word(),
                answer.answeredAt(),
                answer.by(),
                answer.doneAt(),
                answer.until(),
                answer.reason().map(Word::word),
                answer.text());
    }
}
