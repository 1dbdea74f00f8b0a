package health.vigil.alert;

import health.vigil.grading.FlagChange;
import health.vigil.grading.GradeChange;
import health.vigil.grading.GradeReport;
import health.vigil.observation.Observation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a piece of work made known of an episode.
///
/// @param changes grades told for the first time, in order of time
/// @param flags flags that went up or down in the same stretch of time
/// @param observations what was observed
/// @param amended a grade that had been shown otherwise, the first that the stream tells
/// @param since the start of the stretch
/// @param atNewest the grades at the newest observation
/// @param now the grades now
public record News(
        List<GradeChange> changes,
        List<FlagChange> flags,
        List<Observation> observations,
        Optional<Amended> amended,
        Instant since,
        GradeReport atNewest,
        GradeReport now) {
    public News {
        changes = List.copyOf(changes);
        flags = List.copyOf(flags);
        observations = List.copyOf(observations);
    }
}
