package health.vigil.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.oracle.OracleGrade.Peak;
import health.vigil.oracle.RandomPatients.Query;
import health.vigil.oracle.RandomPatients.RandomPatient;
import health.vigil.oracle.Vignettes.Check;
import health.vigil.oracle.Vignettes.Vignette;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/// Checks the oracle against the worked cases and against general properties.
class NaiveGradingTest {

    private static final int PATIENTS = 150;

    @Test
    void thereAreSixtyOneWorkedCases() {
        assertThat(Vignettes.all().size()).isEqualTo(61);
    }

    @TestFactory
    Stream<DynamicTest> everyWorkedCaseHasItsAnswer() {
        return Vignettes.all().stream()
                .flatMap(vignette -> vignette.checks().stream().map(check -> answered(vignette, check)));
    }

    private static DynamicTest answered(Vignette vignette, Check check) {
        return dynamicTest(vignette.id() + " at " + check.at() + ": " + vignette.why(), () -> {
            OracleGrade grade = NaiveGrading.grade(vignette.patient(), vignette.observations(), check.at(), check.at());

            assertThat(grade.crs()).as("CRS").isEqualTo(check.crs());
            assertThat(grade.icans()).as("ICANS").isEqualTo(check.icans());
        });
    }

    @Test
    void theOrderOfTheWorkedCasesNeverMatters() {
        for (Vignette vignette : Vignettes.all()) {
            for (Check check : vignette.checks()) {
                assertOrderNeverMatters(
                        vignette.id(), vignette.patient(), vignette.observations(), new Query(check.at(), check.at()));
            }
        }
    }

    @Test
    void theOrderOfARandomPatientsObservationsNeverMatters() {
        randomPatients()
                .forEach(random -> RandomPatients.queryInstants(random)
                        .forEach(query -> assertOrderNeverMatters(
                                random.patientId(), random.patient(), random.observations(), query)));
    }

    private static void assertOrderNeverMatters(
            String id, OraclePatient patient, List<ObjectNode> observations, Query query) {
        OracleGrade expected = NaiveGrading.grade(patient, observations, query.at(), query.knownAt());

        for (int seed = 0; seed < 3; seed++) {
            List<ObjectNode> shuffled = new ArrayList<>(observations);
            Collections.shuffle(shuffled, new Random(seed));

            OracleGrade actual = NaiveGrading.grade(patient, shuffled, query.at(), query.knownAt());

            assertThat(actual).as(() -> id + " " + query).isEqualTo(expected);
        }
    }

    @Test
    void aPeakIsNoLowerThanTheGradeAndWasTheGradeAtItsInstant() {
        randomPatients()
                .forEach(random -> RandomPatients.queryInstants(random).forEach(query -> {
                    OracleGrade grade =
                            NaiveGrading.grade(random.patient(), random.observations(), query.at(), query.knownAt());

                    assertThat(grade.crs() != null
                                    && grade.crs() > grade.crsPeak().grade())
                            .as(random.patientId())
                            .isFalse();
                    assertThat(grade.icans() != null
                                    && grade.icans() > grade.icansPeak().grade())
                            .as(random.patientId())
                            .isFalse();
                    assertWasReached(random, query, grade.crsPeak(), true);
                    assertWasReached(random, query, grade.icansPeak(), false);
                }));
    }

    private static void assertWasReached(RandomPatient random, Query query, Peak peak, boolean crs) {
        if (peak != null) {
            OracleGrade then = NaiveGrading.grade(random.patient(), random.observations(), peak.at(), query.knownAt());

            assertThat(crs ? then.crs() : then.icans())
                    .as(() -> random.patientId() + " " + query)
                    .isEqualTo(peak.grade());
            assertThat(crs ? then.crsPeak() : then.icansPeak())
                    .as(() -> random.patientId() + " " + query)
                    .isEqualTo(peak);
        }
    }

    @Test
    void whatElseIsAskedNeverMatters() {
        randomPatients()
                .forEach(random -> RandomPatients.queryInstants(random).forEach(query -> {
                    List<Instant> asked = new ArrayList<>(List.of(query.at()));
                    new Random(random.seed())
                            .longs(25, 0, Duration.ofDays(21).toSeconds())
                            .forEach(seconds ->
                                    asked.add(random.patient().infusedAt().plusSeconds(seconds)));

                    assertThat(NaiveGrading.grades(random.patient(), random.observations(), asked, query.knownAt())
                                    .get(query.at().truncatedTo(ChronoUnit.MICROS)))
                            .as(() -> random.patientId() + " " + query)
                            .isEqualTo(NaiveGrading.grade(
                                    random.patient(), random.observations(), query.at(), query.knownAt()));
                }));
    }

    @Test
    void anInfusionIsToldApartByItsPumpAsByItsName() {
        randomPatients().forEach(random -> {
            RandomPatient onPump = RandomPatients.onPump(random);
            for (Query query : RandomPatients.queryInstants(random)) {
                assertThat(NaiveGrading.grade(onPump.patient(), onPump.observations(), query.at(), query.knownAt()))
                        .as(() -> random.patientId() + " " + query)
                        .isEqualTo(NaiveGrading.grade(
                                random.patient(), random.observations(), query.at(), query.knownAt()));
            }
        });
    }

    @Test
    void oneSeedIsOnePatient() {
        assertThat(RandomPatients.patient(42)).isEqualTo(RandomPatients.patient(42));
        assertThat(RandomPatients.queryInstants(RandomPatients.patient(42)))
                .isEqualTo(RandomPatients.queryInstants(RandomPatients.patient(42)));
    }

    private static Stream<RandomPatient> randomPatients() {
        return LongStream.range(0, PATIENTS).mapToObj(RandomPatients::patient);
    }
}
