package health.vigil.journey;

import health.vigil.grading.BirthDate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.journey.TestJourney.BORN;
import static health.vigil.journey.TestJourney.START;
import static org.assertj.core.api.Assertions.assertThat;

/// Which infusion belongs to an episode that was opened before it was recorded.
class EarlierAdmissionTest {
    private static final JourneyFacts FACTS = new TestJourney().journey().facts();

    private static Optional<String> refusal(String product, Instant infusedAt, BirthDate born, boolean taken) {
        return new EarlierAdmission(product, infusedAt, born, taken).refusal(FACTS, START, ZoneOffset.UTC);
    }

    @Test
    void theSameInfusionIsJoined() {
        assertThat(refusal("axi-cel", START, BORN, false)).isEmpty();
        assertThat(refusal(" AXI-CEL", START, BORN, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-3600000, true", "-3600001, false", "3600000, true", "3600001, false"})
    void theTimesAreAtMostAnHourApart(long milliseconds, boolean joined) {
        var infusedAt = START.plus(Duration.ofMillis(milliseconds));

        assertThat(refusal("axi-cel", infusedAt, BORN, false).isEmpty()).isEqualTo(joined);
    }

    @Test
    void anotherTimeIsNamed() {
        assertThat(refusal("axi-cel", START.minus(Duration.ofDays(1)), BORN, false))
                .contains("its infusion began at " + START.minus(Duration.ofDays(1)) + ", this one at " + START
                        + ", more than 1 h 0 min apart");
    }

    /// In Honolulu the day begins at 10:00 UTC.
    @Test
    void theTimesAreOnOneDayOfTheHospital() {
        var before = START.minus(Duration.ofMinutes(40));
        var admission = new EarlierAdmission("axi-cel", before, BORN, false);

        assertThat(admission.refusal(FACTS, START, ZoneOffset.UTC)).isEmpty();
        assertThat(admission.refusal(FACTS, START, ZoneId.of("Pacific/Honolulu")))
                .contains("its infusion began at " + before + ", this one at " + START + ", on another day");
    }

    @Test
    void anotherProductIsNamed() {
        assertThat(refusal("tisa-cel", START, BORN, false))
                .contains("its product is tisa-cel, that of the journey axi-cel");
    }

    @Test
    void anotherDateOfBirthIsAnotherPatient() {
        assertThat(refusal("axi-cel", START, BirthDate.parse("1961-05-18").orElseThrow(), false))
                .contains("it has another date of birth");
        assertThat(refusal("axi-cel", START, BirthDate.parse("1961").orElseThrow(), false))
                .isEmpty();
    }

    @Test
    void anEpisodeHasOneInfusionRecord() {
        assertThat(refusal("axi-cel", START, BORN, true))
                .contains("the infusion of another journey is recorded for it");
    }
}
