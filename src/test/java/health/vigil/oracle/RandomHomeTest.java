package health.vigil.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.oracle.RandomPatients.RandomPatient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Random patients reach what the rules say about readings at home, so the comparison with the oracle means
/// something.
class RandomHomeTest {

    private static final int PATIENTS = 150;
    private static final Duration LATE = Duration.ofMinutes(30);

    /// Later than every receipt.
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private static List<RandomPatient> patients(Predicate<RandomPatient> wanted) {
        return LongStream.range(0, PATIENTS)
                .mapToObj(RandomPatients::patient)
                .filter(wanted)
                .toList();
    }

    /// Stops at the first, because a patient is graded several times for each question.
    private static boolean any(Predicate<RandomPatient> wanted) {
        return LongStream.range(0, PATIENTS).mapToObj(RandomPatients::patient).anyMatch(wanted);
    }

    private static List<OracleObservation> entries(RandomPatient random) {
        return random.observations().stream().map(OracleObservation::read).toList();
    }

    private static List<OracleObservation> atHome(RandomPatient random) {
        return entries(random).stream().filter(OracleObservation::atHome).toList();
    }

    @Test
    void aClearShareOfThePatientsHasReadingsAtHomeAndMostHaveNone() {
        assertThat(patients(random -> !atHome(random).isEmpty())).hasSizeBetween(PATIENTS / 5, PATIENTS * 3 / 5);
    }

    @Test
    void mostOfThemHaveReadingsOfTheHospitalToo() {
        assertThat(patients(random -> !atHome(random).isEmpty()
                        && entries(random).stream().anyMatch(entry -> entry.is("vital-signs") && !entry.atHome())))
                .hasSizeGreaterThan(PATIENTS / 8);
    }

    @Test
    void someAreWithdrawnAndSomeAreLate() {
        assertThat(patients(random -> atHome(random).stream()
                        .anyMatch(entry -> withdrawn(random).contains(entry.id()))))
                .isNotEmpty();
        assertThat(patients(random -> atHome(random).stream()
                        .anyMatch(
                                entry -> !entry.receivedAt().isBefore(entry.at().plus(LATE)))))
                .isNotEmpty();
    }

    private static Set<String> withdrawn(RandomPatient random) {
        return random.observations().stream()
                .filter(entry -> entry.path("kind").asText().equals("retraction"))
                .map(entry -> entry.path("observationId").asText())
                .collect(Collectors.toSet());
    }

    @Test
    void someAreInsideAnAttribution() {
        assertThat(patients(random -> atHome(random).stream().anyMatch(entry -> attributed(random, entry.at()))))
                .isNotEmpty();
    }

    private static boolean attributed(RandomPatient random, Instant at) {
        return entries(random).stream()
                .filter(entry -> entry.is("attribution"))
                .map(Attribution::read)
                .anyMatch(attribution -> List.of("fever", "hypotension", "hypoxia").stream()
                        .anyMatch(component -> attribution.covers(component, at)));
    }

    @Test
    void someDecideAGrade() {
        assertThat(any(random -> RandomPatients.queryInstants(random).stream()
                        .anyMatch(query ->
                                !crs(random, query, _ -> true).equals(crs(random, query, entry -> !entry.atHome())))))
                .isTrue();
    }

    /// Without the later reading of the hospital, the one at home would decide.
    @Test
    void someAreReplacedByALaterReadingOfTheHospital() {
        assertThat(any(random -> entries(random).stream()
                        .filter(later -> later.is("vital-signs") && !later.atHome())
                        .filter(later -> atHome(random).stream()
                                .anyMatch(earlier -> earlier.at().isBefore(later.at())))
                        .anyMatch(later -> replaces(random, later))))
                .isTrue();
    }

    private static boolean replaces(RandomPatient random, OracleObservation later) {
        var query = new RandomPatients.Query(later.at(), LATER);
        Predicate<OracleObservation> others = entry -> !entry.id().equals(later.id());
        var without = crs(random, query, others);
        return !without.equals(crs(random, query, _ -> true))
                && !without.equals(crs(random, query, others.and(entry -> !entry.atHome())));
    }

    /// The grade by the observations that are kept.
    private static Optional<Integer> crs(
            RandomPatient random, RandomPatients.Query query, Predicate<OracleObservation> kept) {
        var observations = random.observations().stream()
                .filter(observation -> kept.test(OracleObservation.read(observation)))
                .toList();
        return Optional.ofNullable(NaiveGrading.grade(random.patient(), observations, query.at(), query.knownAt())
                .crs());
    }

    @Test
    void someCaregiversAnswer() {
        assertThat(patients(random -> random.observations().stream().anyMatch(RandomHomeTest::answers)))
                .isNotEmpty();
    }

    private static boolean answers(ObjectNode observation) {
        return observation.path("kind").asText().equals("home-check");
    }
}
