package health.vigil.alert;

import health.vigil.grading.FlagChange;
import health.vigil.grading.GradeChange;
import health.vigil.grading.GradeReport;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a piece of work made known of an episode.
///
/// @param changes grades told for the first time, in order of time
/// @param flags flags that went up or down in the same stretch of time
/// @param observations what was observed
/// @param amended the earliest grade that had been shown otherwise
/// @param by the entry that reaches back furthest; absent when it was time passing or a baseline
/// @param since the start of the stretch
/// @param atNewest the grades at the newest observation
/// @param now the grades now
public record News(
        List<GradeChange> changes,
        List<FlagChange> flags,
        List<Observation> observations,
        Optional<Amended> amended,
        Optional<ObservationId> by,
        Instant since,
        GradeReport atNewest,
        GradeReport now) {
    public News {
        changes = List.copyOf(changes);
        flags = List.copyOf(flags);
        observations = List.copyOf(observations);
    }
}
