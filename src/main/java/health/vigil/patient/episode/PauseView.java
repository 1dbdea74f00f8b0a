package health.vigil.patient.episode;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.store.ResultRow;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A pause as clients read it.
///
/// @param endedAt when it was taken back before its end
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PauseView(
        UUID id,
        String check,
        String reason,
        Optional<String> note,
        Instant from,
        Instant until,
        String pausedBy,
        Optional<Instant> endedAt,
        Optional<String> endedBy) {
    /// What a row must hold for {@link #of}.
    static final String COLUMNS = "id, \"check\", reason, note, paused_from, until, paused_by, ended_at, ended_by";

    static PauseView of(ResultRow row) {
        return new PauseView(
                row.uuid("id"),
                row.text("check"),
                row.text("reason"),
                row.optionalText("note"),
                row.instant("paused_from"),
                row.instant("until"),
                row.text("paused_by"),
                row.optionalInstant("ended_at"),
                row.optionalText("ended_by"));
    }
}
