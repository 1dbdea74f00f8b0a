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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/// The oracle against the worked cases, and against what must hold of any patient.
class NaiveGradingTest {

    private static final int PATIENTS = 150;

    @Test
    void thereAreSixtyOneWorkedCases() {
        assertEquals(61, Vignettes.all().size());
    }

    @TestFactory
    Stream<DynamicTest> everyWorkedCaseHasItsAnswer() {
        return Vignettes.all().stream()
                .flatMap(vignette -> vignette.checks().stream().map(check -> answered(vignette, check)));
    }

    private static DynamicTest answered(Vignette vignette, Check check) {
        return dynamicTest(vignette.id() + " at " + check.at() + ": " + vignette.why(), () -> {
            OracleGrade grade = NaiveGrading.grade(vignette.patient(), vignette.observations(), check.at(), check.at());

            assertEquals(check.crs(), grade.crs(), "CRS");
            assertEquals(check.icans(), grade.icans(), "ICANS");
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

            assertEquals(expected, actual, () -> id + " " + query);
        }
    }

    @Test
    void aPeakIsNoLowerThanTheGradeAndWasTheGradeAtItsInstant() {
        randomPatients()
                .forEach(random -> RandomPatients.queryInstants(random).forEach(query -> {
                    OracleGrade grade =
                            NaiveGrading.grade(random.patient(), random.observations(), query.at(), query.knownAt());

                    assertFalse(
                            grade.crs() != null && grade.crs() > grade.crsPeak().grade(), random.patientId());
                    assertFalse(
                            grade.icans() != null
                                    && grade.icans() > grade.icansPeak().grade(),
                            random.patientId());
                    assertWasReached(random, query, grade.crsPeak(), true);
                    assertWasReached(random, query, grade.icansPeak(), false);
                }));
    }

    private static void assertWasReached(RandomPatient random, Query query, Peak peak, boolean crs) {
        if (peak != null) {
            OracleGrade then = NaiveGrading.grade(random.patient(), random.observations(), peak.at(), query.knownAt());

            assertEquals(peak.grade(), crs ? then.crs() : then.icans(), () -> random.patientId() + " " + query);
            assertEquals(peak, crs ? then.crsPeak() : then.icansPeak(), () -> random.patientId() + " " + query);
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

                    assertEquals(
                            NaiveGrading.grade(random.patient(), random.observations(), query.at(), query.knownAt()),
                            NaiveGrading.grades(random.patient(), random.observations(), asked, query.knownAt())
                                    .get(query.at().truncatedTo(ChronoUnit.MICROS)),
                            () -> random.patientId() + " " + query);
                }));
    }

    @Test
    void anInfusionIsToldApartByItsPumpAsByItsName() {
        randomPatients().forEach(random -> {
            RandomPatient onPump = RandomPatients.onPump(random);
            for (Query query : RandomPatients.queryInstants(random)) {
                assertEquals(
                        NaiveGrading.grade(random.patient(), random.observations(), query.at(), query.knownAt()),
                        NaiveGrading.grade(onPump.patient(), onPump.observations(), query.at(), query.knownAt()),
                        () -> random.patientId() + " " + query);
            }
        });
    }

    @Test
    void oneSeedIsOnePatient() {
        assertEquals(RandomPatients.patient(42), RandomPatients.patient(42));
        assertEquals(
                RandomPatients.queryInstants(RandomPatients.patient(42)),
                RandomPatients.queryInstants(RandomPatients.patient(42)));
    }

    private static Stream<RandomPatient> randomPatients() {
        return LongStream.range(0, PATIENTS).mapToObj(RandomPatients::patient);
    }
}
