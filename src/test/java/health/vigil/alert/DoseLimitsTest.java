package health.vigil.alert;

import health.vigil.observation.ObservationId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DoseLimitsTest {
    private static final Instant FIRST = Instant.parse("2026-03-03T08:00:00Z");

    private static Dose dose(String id, long minutes, String milligrams) {
        return new Dose(
                new ObservationId(id),
                FIRST.plus(Duration.ofMinutes(minutes)),
                Optional.of(milligrams).filter(text -> !text.isEmpty()).map(BigDecimal::new));
    }

    private static List<String> exceeded(List<Dose> doses) {
        return DoseLimits.DEFAULT.exceeded(doses).stream()
                .map(found -> found.condition().key())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"479, true", "480, false", "481, false", "0, true"})
    void eightHoursPassBetweenTwoDoses(long minutes, boolean tooSoon) {
        var keys = exceeded(List.of(dose("a", 0, "560"), dose("b", minutes, "560")));

        assertThat(keys.contains("dose-limit:interval:b")).isEqualTo(tooSoon);
    }

    @ParameterizedTest
    @CsvSource({"799, false", "800, false", "800.1, true", "'', false"})
    void aDoseIsAtMost800Milligrams(String milligrams, boolean tooMuch) {
        var keys = exceeded(List.of(dose("a", 0, milligrams)));

        assertThat(keys.contains("dose-limit:amount:a")).isEqualTo(tooMuch);
    }

    @ParameterizedTest
    @CsvSource({"1439, true", "1440, false"})
    void atMostThreeAreGivenInAnyDay(long fourth, boolean tooMany) {
        var keys = exceeded(List.of(dose("a", 0, ""), dose("b", 480, ""), dose("c", 960, ""), dose("d", fourth, "")));

        assertThat(keys.contains("dose-limit:day:d")).isEqualTo(tooMany);
    }

    @Test
    void atMostFourAreGivenInAll() {
        var doses = new ArrayList<Dose>();
        for (int day = 0; day < 5; day++) {
            doses.add(dose("d" + day, day * 24L * 60, "560"));
        }

        assertThat(exceeded(doses)).containsExactly("dose-limit:all:d4");
    }

    @Test
    void theOrderInWhichDosesAreToldDoesNotMatter() {
        var doses = new ArrayList<>(List.of(dose("a", 0, "900"), dose("b", 60, "560"), dose("c", 90, "560")));
        var told = exceeded(doses);

        Collections.reverse(doses);

        assertThat(exceeded(doses)).isEqualTo(told);
    }
}
