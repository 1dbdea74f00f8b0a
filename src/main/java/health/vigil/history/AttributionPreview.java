package health.vigil.history;

import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.GradeReport;
import health.vigil.grading.Syndrome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What one more attribution would change in the grades of an episode up to now.
///
/// @param known the episode as it is
/// @param supposed the episode with the attribution, folded from the same chart
public record AttributionPreview(Episode episode, Instant at, FoldResult known, FoldResult supposed) {
    /// A time in which the grade would be another one.
    ///
    /// @param until exclusive; absent if it lasts until now
    public record Difference(Instant from, Optional<Instant> until, Grade known, Grade supposed) {}

    /// The grades at one instant, known and supposed.
    private record Pair(Instant from, Grade known, Grade supposed) {
        boolean sameAs(Pair other) {
            return known == other.known && supposed == other.supposed;
        }
    }

    /// Both grades now, as they are.
    public GradeReport now() {
        return known.now();
    }

    /// Both grades now, as they would be.
    public GradeReport then() {
        return supposed.now();
    }

    /// When a grade would be another one, in order of time.
    public List<Difference> differences(Syndrome syndrome) {
        var pairs = pairs(syndrome);
        var differences = new ArrayList<Difference>();
        for (int i = 0; i < pairs.size(); i++) {
            var pair = pairs.get(i);
            if (pair.known() != pair.supposed()) {
                var until = i + 1 < pairs.size() ? Optional.of(pairs.get(i + 1).from()) : Optional.<Instant>empty();
                differences.add(new Difference(pair.from(), until, pair.known(), pair.supposed()));
            }
        }
        return differences;
    }

    private List<Pair> pairs(Syndrome syndrome) {
        var instants = new TreeSet<Instant>();
        Stream.of(known, supposed)
                .flatMap(fold -> fold.changes().stream())
                .filter(change -> change.syndrome() == syndrome)
                .map(GradeChange::at)
                .forEach(instants::add);
        var pairs = new ArrayList<Pair>();
        for (var instant : instants) {
            var pair = new Pair(instant, known.grade(syndrome, instant), supposed.grade(syndrome, instant));
            if (pairs.isEmpty() || !pairs.getLast().sameAs(pair)) {
                pairs.add(pair);
            }
        }
        return pairs;
    }
}
