package health.vigil.history;

import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Syndrome;
import health.vigil.observation.Component;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What one more attribution would change in the grades of an episode up to now, and until when it would act.
///
/// @param actual the episode as it is
/// @param withAttribution the episode with the attribution, folded from the same chart
/// @param ends when the attribution ends for each of its components; {@link Instant#MAX} if never
public record AttributionPreview(
        Episode episode, Instant at, FoldResult actual, FoldResult withAttribution, Map<Component, Instant> ends) {
    public AttributionPreview {
        ends = Map.copyOf(ends);
    }

    /// A time in which the grade would be another one.
    ///
    /// @param until exclusive; absent if it lasts until now
    public record Difference(Instant from, Optional<Instant> until, Grade actual, Grade withAttribution) {}

    /// Both grades of a syndrome at one instant.
    private record GradePair(Instant from, Grade actual, Grade withAttribution) {
        boolean sameAs(GradePair other) {
            return actual == other.actual && withAttribution == other.withAttribution;
        }
    }

    /// When a grade would be another one, in order of time.
    public List<Difference> differences(Syndrome syndrome) {
        var pairs = pairs(syndrome);
        var differences = new ArrayList<Difference>();
        for (int i = 0; i < pairs.size(); i++) {
            var pair = pairs.get(i);
            if (pair.actual() != pair.withAttribution()) {
                var until = i + 1 < pairs.size() ? Optional.of(pairs.get(i + 1).from()) : Optional.<Instant>empty();
                differences.add(new Difference(pair.from(), until, pair.actual(), pair.withAttribution()));
            }
        }
        return differences;
    }

    private List<GradePair> pairs(Syndrome syndrome) {
        var instants = new TreeSet<Instant>();
        Stream.of(actual, withAttribution)
                .flatMap(fold -> fold.changes().stream())
                .filter(change -> change.syndrome() == syndrome)
                .map(GradeChange::at)
                .forEach(instants::add);
        var pairs = new ArrayList<GradePair>();
        for (var instant : instants) {
            var pair =
                    new GradePair(instant, actual.grade(syndrome, instant), withAttribution.grade(syndrome, instant));
            if (pairs.isEmpty() || !pairs.getLast().sameAs(pair)) {
                pairs.add(pair);
            }
        }
        return pairs;
    }
}
