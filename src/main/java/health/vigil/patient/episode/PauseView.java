package health.vigil.patient.episode;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.store.CheckPauses.BegunPause;
import health.vigil.store.CheckPauses.KeptPause;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A pause as clients read it.
///
/// @param endedAt when a user ended it before its time
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
    static PauseView of(BegunPause pause) {
        return new PauseView(
                pause.id(),
                pause.check().word(),
                pause.reason().word(),
                pause.note(),
                pause.from(),
                pause.until(),
                pause.by(),
                Optional.empty(),
                Optional.empty());
    }

    static PauseView of(KeptPause pause) {
        return new PauseView(
                pause.id(),
                pause.check(),
                pause.reason(),
                pause.note(),
                pause.from(),
                pause.until(),
                pause.pausedBy(),
                pause.endedAt(),
                pause.endedBy());
    }
}
