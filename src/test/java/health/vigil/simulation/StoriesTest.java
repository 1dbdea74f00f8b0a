package health.vigil.simulation;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoriesTest {
    private static final long SEED = 1;

    @Test
    void theSameSeedPlaysTheSameReadings() {
        var at = Duration.ofMinutes(125);

        var first = Stories.all().stream().map(patient -> patient.reading(at, SEED));
        var again = Stories.all().stream().map(patient -> patient.reading(at, SEED));

        assertThat(again.toList()).isEqualTo(first.toList());
    }

    @Test
    void anotherSeedPlaysOtherReadings() {
        var patient = Stories.all().getFirst();

        assertThat(patient.reading(Duration.ZERO, 2)).isNotEqualTo(patient.reading(Duration.ZERO, SEED));
    }

    @Test
    void theMonitorOfBedFiveFallsSilentAfterNinetyMinutes() {
        var silent = Stories.all().get(4);

        assertThat(silent.reading(Duration.ofMinutes(89), SEED)).isPresent();
        assertThat(silent.reading(Duration.ofMinutes(90), SEED)).isEmpty();
    }

    @Test
    void theQuietPatientNeverHasAFever() {
        var quiet = Stories.all().get(2);

        var temperatures = IntStream.range(-24, 48)
                .mapToObj(hour -> quiet.reading(Duration.ofHours(hour), SEED).orElseThrow())
                .map(reading -> reading.path("temperature").doubleValue());

        assertThat(temperatures).allMatch(temperature -> temperature < 38);
    }

    @Test
    void theStormIsHypotensiveBeforeItIsTreated() {
        var storm = Stories.all().get(1);

        var systolic = storm.reading(Duration.ofHours(3), SEED).orElseThrow().path("systolic");

        assertThat(systolic.intValue()).isLessThan(90);
    }

    @Test
    void everyPatientHasAWholeLaboratoryOfTheDayBefore() {
        assertThat(Stories.all())
                .allSatisfy(patient -> assertThat(patient.entries().stream()
                                .filter(entry -> entry.at().isNegative())
                                .map(entry -> entry.fields().path("analyte").asText())
                                .filter(analyte -> !analyte.isEmpty()))
                        .containsExactlyInAnyOrder(
                                "platelets",
                                "neutrophils",
                                "haemoglobin",
                                "crp",
                                "ferritin",
                                "creatinine",
                                "alt",
                                "bilirubin",
                                "fibrinogen"));
    }
}
