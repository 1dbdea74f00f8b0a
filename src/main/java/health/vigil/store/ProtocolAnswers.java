package health.vigil.store;

import health.vigil.observation.Word;
import health.vigil.protocol.DeclineReason;
import health.vigil.protocol.FittingRow;
import health.vigil.protocol.PromptAnswer;
import health.vigil.protocol.PromptResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Stores what was answered to the rows of the hospital's protocol.
public final class ProtocolAnswers {
    private static final String ADD = """
            insert into protocol_answer (id, episode_id, row_id, row_version, table_version, introduction, row_text,
                instance_from, response, answered_at, answered_by, done_at, planned_for, reason, note)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String OF_EPISODE = """
            select id, row_id, row_version, instance_from, response, answered_at, answered_by, done_at, planned_for, reason, note
            from protocol_answer
            where episode_id = ? and answered_at <= ?
            order by answered_at, id
            """;

    private ProtocolAnswers() {}

    /// Stores an answer.
    ///
    /// @param to the row and its instance
    public static void add(Sql sql, UUID episode, String tableVersion, FittingRow to, PromptAnswer answer) {
        sql.update(
                ADD,
                answer.id(),
                episode,
                answer.row(),
                answer.version(),
                tableVersion,
                to.row().introduction(),
                to.row().text(),
                answer.instanceFrom(),
                answer.response(),
                answer.answeredAt(),
                answer.by(),
                answer.doneAt(),
                answer.until(),
                answer.reason(),
                answer.text());
    }

    /// All answers of an episode that were known at an instant, oldest first.
    static List<PromptAnswer> of(Sql sql, UUID episode, Instant known) {
        return sql.list(OF_EPISODE, ProtocolAnswers::read, episode, known);
    }

    private static PromptAnswer read(ResultRow row) {
        return new PromptAnswer(
                row.uuid("id"),
                row.text("row_id"),
                row.text("row_version"),
                row.instant("instance_from"),
                Word.of(PromptResponse.class, row.text("response")).orElseThrow(),
                row.instant("answered_at"),
                row.text("answered_by"),
                row.optionalInstant("done_at"),
                row.optionalInstant("planned_for"),
                row.optionalText("reason").flatMap(word -> Word.of(DeclineReason.class, word)),
                row.optionalText("note"));
    }
}
