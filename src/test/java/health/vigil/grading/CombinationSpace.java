package health.vigil.grading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.observation.Observation;
import health.vigil.oracle.NaiveGrading;
import health.vigil.oracle.OracleGrade;
import health.vigil.oracle.OraclePatient;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/// Every combination of one choice from each axis, graded and flagged by the product and by the oracle at one
/// instant.
final class CombinationSpace {
    private static final int SHOWN = 5;

    private final OraclePatient patient;
    private final Instant at;
    private final List<List<Choice>> axes = new ArrayList<>();

    /// One choice on an axis: some observations, or none.
    private record Choice(List<ObjectNode> bodies, List<Observation> observations) {}

    CombinationSpace(int ageYears, String baseline, Instant at) {
        this.at = at;
        patient = new OraclePatient(
                Story.INFUSION.atZone(ZoneOffset.UTC).toLocalDate().minusYears(ageYears),
                Story.INFUSION,
                ZoneOffset.UTC,
                List.of(new OraclePatient.Baseline(ObservationJson.parse(baseline), Story.INFUSION)));
    }

    /// Adds an axis.
    ///
    /// @param choices each the observations of one choice, as {@link ObservationJson} makes them
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    final CombinationSpace axis(List<ObjectNode>... choices) {
        return axis(Arrays.stream(choices).toList());
    }

    CombinationSpace axis(List<List<ObjectNode>> choices) {
        var axis = new ArrayList<Choice>();
        for (var choice : choices) {
            var bodies = withIds(choice, axes.size() + "-" + axis.size());
            axis.add(new Choice(bodies, RecordedPatient.of(patient, bodies).observations()));
        }
        axes.add(axis);
        return this;
    }

    private static List<ObjectNode> withIds(List<ObjectNode> bodies, String place) {
        var named = new ArrayList<ObjectNode>();
        for (var body : bodies) {
            named.add(body.deepCopy().put("id", place + "-" + named.size()).put("patientId", "p-1"));
        }
        return named;
    }

    long size() {
        return axes.stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
    }

    void assertAgreement() {
        var faults = LongStream.range(0, size())
                .parallel()
                .mapToObj(this::disagreement)
                .flatMap(Optional::stream)
                .limit(SHOWN)
                .toList();

        assertThat(faults).as(() -> "of " + size()).isEmpty();
    }

    private Optional<String> disagreement(long index) {
        var bodies = new ArrayList<ObjectNode>();
        var observations = new ArrayList<Observation>();
        long rest = index;
        for (var axis : axes) {
            var choice = axis.get((int) (rest % axis.size()));
            rest /= axis.size();
            bodies.addAll(choice.bodies());
            observations.addAll(choice.observations());
        }
        var told = NaiveGrading.grade(patient, bodies, at, at);
        var report = new RecordedPatient(patient, observations).knownAt(at).report(at, at);
        return agree(told, report)
                ? Optional.empty()
                : Optional.of(told.crs() + "/" + told.icans() + " " + flags(told) + " and not "
                        + report.crs().grade() + "/" + report.icans().grade() + " " + flags(report) + ": " + bodies);
    }

    private static boolean agree(OracleGrade told, GradeReport report) {
        return Objects.equals(told.crs(), number(report.crs().grade()))
                && Objects.equals(told.icans(), number(report.icans().grade()))
                && flags(told).equals(flags(report));
    }

    private static Set<String> flags(OracleGrade told) {
        return defined(Stream.concat(told.crsFlags().stream(), told.icansFlags().stream()));
    }

    private static Set<String> flags(GradeReport report) {
        return defined(Stream.of(report.crs(), report.icans())
                .flatMap(syndrome -> syndrome.flags().stream())
                .map(Flag::word));
    }

    private static Set<String> defined(Stream<String> flags) {
        return flags.filter(OracleGrade.DEFINED_FLAGS::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable Integer number(Grade grade) {
        return grade == Grade.UNKNOWN ? null : Integer.valueOf(grade.number().getAsInt());
    }
}
