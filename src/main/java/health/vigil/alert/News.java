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

/// What a transaction has found out about an episode.
///
/// @param changes new changes of grades, in order of time
/// @param flags changes of flags in the same period
/// @param observations the new observations
/// @param amended past grades that were amended; the one whose cause comes first in the stream first
/// @param since the start of the period
/// @param atNewest the grades at the newest observation
/// @param now the grades now
/// @param facts chart facts for alert texts that need them
public record News(
        List<GradeChange> changes,
        List<FlagChange> flags,
        List<Observation> observations,
        List<AmendedGrade> amended,
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

    /// The same news with chart facts.
    public News with(BedsideFacts known) {
        return new News(changes, flags, observations, amended, since, atNewest, now, known);
    }

    /// The new observation with this id, if there is one.
    Optional<Observation> observed(Optional<ObservationId> id) {
        return observations.stream()
                .filter(observation -> id.filter(observation.id()::equals).isPresent())
                .findFirst();
    }

    /// Whether a flag went up at a time.
    boolean raised(Flag flag, Instant at) {
        return flags.stream()
                .anyMatch(change ->
                        change.up() && change.flag() == flag && change.at().equals(at));
    }
}
