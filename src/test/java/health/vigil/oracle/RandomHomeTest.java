package health.vigil.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.oracle.RandomPatients.RandomPatient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Random patients reach what the rules say about readings at home, so the comparison with the oracle means something.
class RandomHomeTest {

    private static final int PATIENTS = 150;
    private static final Duration LATE = Duration.ofMinutes(30);

    private static List<RandomPatient> patients(Predicate<RandomPatient> wanted) {
        return LongStream.range(0, PATIENTS)
                .mapToObj(RandomPatients::patient)
                .filter(wanted)
                .toList();
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
    void someCaregiversAnswer() {
        assertThat(patients(random -> random.observations().stream().anyMatch(RandomHomeTest::answers)))
                .isNotEmpty();
    }

    private static boolean answers(ObjectNode observation) {
        return observation.path("kind").asText().equals("home-check");
    }
}
