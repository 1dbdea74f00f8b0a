package health.vigil.history;

import health.vigil.grading.Flag;
import health.vigil.grading.FlagChange;
import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.GradeReport;
import health.vigil.grading.Syndrome;
import health.vigil.observation.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The result of folding an episode.
///
/// @param start where the fold started
/// @param milestones charts to store; the last is older than the newest observation
/// @param newest the folded observations of the newest instant, which no milestone contains
/// @param atNewest the grades at that instant
/// @param now the grades at the end of the fold
public record FoldResult(
        FoldStart start,
        List<Checkpoint> milestones,
        List<GradeChange> changes,
        List<FlagChange> flags,
        List<Observation> newest,
        GradeReport atNewest,
        GradeReport now) {
    public FoldResult {
        milestones = List.copyOf(milestones);
        changes = List.copyOf(changes);
        flags = List.copyOf(flags);
        newest = List.copyOf(newest);
    }

    /// The syndromes with a known grade before a time within the fold.
    public Set<Syndrome> graded(Instant before) {
        return Arrays.stream(Syndrome.values())
                .filter(syndrome -> start.checkpoint().chart().graded(syndrome)
                        || changes.stream()
                                .anyMatch(change -> change.syndrome() == syndrome
                                        && change.at().isBefore(before)
                                        && change.to() != Grade.UNKNOWN))
                .collect(Collectors.toSet());
    }

    /// The flags that are up at a time within the fold.
    public List<FlagChange> upAt(Instant at) {
        var up = new ArrayList<FlagChange>();
        for (var syndrome : Syndrome.values()) {
            var flags = EnumSet.noneOf(Flag.class);
            flags.addAll(start.checkpoint().chart().flags(syndrome));
            this.flags.stream()
                    .filter(change ->
                            change.syndrome() == syndrome && !change.at().isAfter(at))
                    .forEach(change -> {
                        if (change.up()) {
                            flags.add(change.flag());
                        } else {
                            flags.remove(change.flag());
                        }
                    });
            flags.forEach(flag -> up.add(new FlagChange(syndrome, flag, at, true, Optional.empty())));
        }
        return up;
    }

    /// The grade at a time within the fold.
    public Grade grade(Syndrome syndrome, Instant at) {
        return changes.stream()
                .filter(change -> change.syndrome() == syndrome && !change.at().isAfter(at))
                .reduce((_, later) -> later)
                .map(GradeChange::to)
                .orElseGet(() -> start.checkpoint().chart().grade(syndrome));
    }
}
