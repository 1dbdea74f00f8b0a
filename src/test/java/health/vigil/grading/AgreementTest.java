package health.vigil.grading;

import health.vigil.oracle.NaiveGrading;
import health.vigil.oracle.OracleGrade;
import health.vigil.oracle.RandomPatients;
import health.vigil.oracle.RandomPatients.Query;
import health.vigil.oracle.Vignettes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/// The product and the oracle give the same grades, for the worked cases and for random patients.
class AgreementTest {
    @TestFactory
    Stream<DynamicTest> theWorkedCasesHaveTheirGrades() {
        return Vignettes.all().stream()
                .map(vignette -> DynamicTest.dynamicTest(vignette.id(), () -> {
                    var recorded = RecordedPatient.of(vignette.patient(), vignette.observations());
                    for (var check : vignette.checks()) {
                        var report = recorded.knownAt(check.at()).report(check.at(), check.at());

                        assertThat(grades(report)).as(vignette.why()).isEqualTo(check.crs() + "/" + check.icans());
                    }
                }));
    }

    private static String grades(GradeReport report) {
        return number(report.crs()) + "/" + number(report.icans());
    }

    private static String number(SyndromeReport report) {
        var number = report.grade().number();
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "null";
    }

    @Test
    void randomPatientsAreGradedAsTheOracleGradesThem() {
        Seeds.each(seed -> {
            var random = random(seed);
            var recorded = RecordedPatient.of(random.patient(), random.observations());
            byKnowledge(RandomPatients.queryInstants(random)).forEach((knownAt, times) -> {
                var told = NaiveGrading.grades(random.patient(), random.observations(), times, knownAt);
                var grading = recorded.knownAt(knownAt);
                for (var at : times) {
                    assertThat(text(grading.report(at, knownAt)))
                            .as(at + " as known at " + knownAt)
                            .isEqualTo(text(Optional.ofNullable(told.get(at)).orElseThrow()));
                }
            });
        });
    }

    /// For every third patient, one infusion is reported by its pump.
    private static RandomPatients.RandomPatient random(long seed) {
        var random = RandomPatients.patient(seed);
        return seed % 3 == 0 ? RandomPatients.onPump(random) : random;
    }

    private static Map<Instant, Set<Instant>> byKnowledge(Collection<Query> queries) {
        return queries.stream()
                .collect(Collectors.groupingBy(
                        Query::knownAt,
                        TreeMap::new,
                        Collectors.mapping(Query::at, Collectors.toCollection(TreeSet::new))));
    }

    private static String text(OracleGrade grade) {
        var flags = Stream.concat(grade.crsFlags().stream(), grade.icansFlags().stream());
        return grade.crs() + "/" + grade.icans() + " onset " + grade.crsOnset() + " peaks " + text(grade.crsPeak())
                + " " + text(grade.icansPeak()) + " " + text(grade.crsCourse()) + " " + defined(flags);
    }

    private static String text(OracleGrade.Peak peak) {
        return peak == null ? "none" : peak.grade() + " at " + peak.at();
    }

    private static String text(OracleGrade.@Nullable Course course) {
        return course == null
                ? "no course"
                : "course" + (course.open() ? " open" : "") + (course.treated() ? " treated" : "")
                        + (course.openedBy() == null ? "" : " by a physician") + " since " + course.onset() + " ends "
                        + course.endsAt() + " closed " + course.closedAt();
    }

    /// Whether a physician opened it; the oracle does not know which entry did.
    private static String text(CourseReport course) {
        return "course" + (course.open() ? " open" : "") + (course.treated() ? " treated" : "")
                + (course.openedBy().isEmpty() ? "" : " by a physician") + " since " + course.onset() + " ends "
                + course.endsAt().orElse(null) + " closed " + course.closedAt().orElse(null);
    }

    private static String text(GradeReport report) {
        var flags = Stream.of(report.crs(), report.icans())
                .flatMap(syndrome -> syndrome.flags().stream())
                .map(Flag::word);
        return grades(report) + " onset " + report.crs().onset().orElse(null) + " peaks "
                + text(report.crs().peak()) + " " + text(report.icans().peak()) + " "
                + report.crs().course().map(AgreementTest::text).orElse("no course") + " " + defined(flags);
    }

    private static String text(Optional<Peak> peak) {
        return peak.map(highest -> highest.grade().number().getAsInt() + " at " + highest.at())
                .orElse("none");
    }

    private static List<String> defined(Stream<String> flags) {
        return flags.filter(OracleGrade.DEFINED_FLAGS::contains).sorted().toList();
    }
}
