package health.vigil.grading.scale;

import health.vigil.grading.Evidence;
import health.vigil.grading.Grade;
import health.vigil.grading.Origin;
import health.vigil.grading.ScaleFinding;
import health.vigil.grading.SyndromeReport;
import health.vigil.observation.Component;
import health.vigil.observation.Observation;
import health.vigil.observation.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Collects the evidence for a grade on one scale, and what is missing to know it.
final class ScaleEvidence {
    private final Scale scale;
    private final List<Evidence> found = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private Grade least = Grade.ZERO;
    private Optional<String> unknown = Optional.empty();

    /// Something that is not recorded and could raise the grade to `couldBe`.
    private record Gap(int couldBe, String what) {}

    ScaleEvidence(Scale scale) {
        this.scale = scale;
    }

    /// Takes the ASTCT grade, if there is nothing to compare: no CRS, a death, or an unknown grade.
    void asAstct(SyndromeReport crs) {
        least = crs.grade();
        unknown = crs.reason();
    }

    void crs() {
        find(Component.FEVER, 1, "CRS by ASTCT", Optional.empty());
    }

    void find(Word component, int grade, String finding, Optional<Observation> by) {
        least = Grade.of(grade).above(least) ? Grade.of(grade) : least;
        var origin = by.map(observation -> new Origin(observation.id(), observation.effectiveAt()));
        found.add(new ScaleFinding(component, grade, finding, scale, origin));
    }

    void miss(int couldBe, String what) {
        gaps.add(new Gap(couldBe, what));
    }

    ScaleReport report(Instant at) {
        found.sort(Comparator.comparingInt(Evidence::grade).reversed());
        var missing = gaps.stream()
                .filter(gap -> Grade.of(gap.couldBe()).above(least))
                .map(Gap::what)
                .distinct()
                .toList();
        return missing.isEmpty()
                ? new ScaleReport(scale, at, least, unknown, found)
                : new ScaleReport(
                        scale,
                        at,
                        Grade.UNKNOWN,
                        Optional.of("at least grade " + least.number().orElse(0) + "; not known: "
                                + String.join(", ", missing)),
                        found);
    }
}
