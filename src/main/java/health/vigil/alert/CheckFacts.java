package health.vigil.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the plan needs to know of an episode.
///
/// @param endedAt discharge, death or the patient's next infusion; absent while the patient is watched
/// @param tool the neurological check that applies to the patient, ICE or CAPD
/// @param baselineTaken whether that was recorded before the infusion
/// @param done when each check was last done; absent: never
public record CheckFacts(
        Instant infusedAt,
        Optional<Instant> endedAt,
        Check tool,
        boolean baselineTaken,
        Map<Check, Instant> done,
        List<Pause> pauses) {
    public CheckFacts {
        done = Map.copyOf(done);
        pauses = List.copyOf(pauses);
    }

    boolean endedBy(Instant at) {
        return endedAt.filter(end -> !end.isAfter(at)).isPresent();
    }

    /// When a check was last done, or since when it could have been.
    Instant lastDone(Check check) {
        return Optional.ofNullable(done.get(check)).orElse(infusedAt);
    }
}
