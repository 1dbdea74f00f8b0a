package health.vigil.alert;

import health.vigil.grading.Flag;
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
/// @param amended grades that had been shown otherwise, first the one that the stream tells first
/// @param since the start of the stretch
/// @param atNewest the grades at the newest observation
/// @param now the grades now
/// @param facts what the chart knows beside them, where a sentence asks for it
public record News(
        List<GradeChange> changes,
        List<FlagChange> flags,
        List<Observation> observations,
        List<Amended> amended,
        Instant since,
        GradeReport atNewest,
        GradeReport now,
        BedsideFacts facts) {
    public News {
        changes = List.copyOf(changes);
        flags = List.copyOf(flags);
        observations = List.copyOf(observations);
        amended = List.copyOf(amended);
    }

    /// The same with what the chart knows beside it.
    public News with(BedsideFacts known) {
        return new News(changes, flags, observations, amended, since, atNewest, now, known);
    }

    /// What was observed of an id, if it is news.
    Optional<Observation> observed(Optional<ObservationId> id) {
        return observations.stream()
                .filter(observation -> id.filter(observation.id()::equals).isPresent())
                .findFirst();
    }

    /// Whether a flag went up at an instant.
    boolean raised(Flag flag, Instant at) {
        return flags.stream()
                .anyMatch(change ->
                        change.up() && change.flag() == flag && change.at().equals(at));
    }
}
