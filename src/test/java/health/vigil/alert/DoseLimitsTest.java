package health.vigil.alert;

import health.vigil.observation.ObservationIds;
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

    private static GivenDose dose(String id, long minutes, String milligrams) {
        return new GivenDose(
                ObservationIds.of(id),
                FIRST.plus(Duration.ofMinutes(minutes)),
                Optional.of(milligrams).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                Optional.of("nurse"));
    }

    private static List<String> exceeded(List<GivenDose> doses) {
        return DoseLimits.DEFAULT.exceeded(doses, Optional.empty()).stream()
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
        var doses = new ArrayList<GivenDose>();
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

    private static List<String> keys(String milligrams, String weight) {
        return DoseLimits.DEFAULT
                .exceeded(
                        List.of(dose("a", 0, milligrams)),
                        Optional.of(weight).filter(text -> !text.isEmpty()).map(BigDecimal::new))
                .stream()
                .map(found -> found.condition().key())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "12, 158.4, false",
        "12, 158.5, true",
        "29.9, 394.68, false",
        "29.9, 394.69, true",
        "30.0, 264, false",
        "30.0, 264.1, true",
        "101, 880, false",
        "101, 880.1, true",
        "'', 790, false",
    })
    void aDoseIsAtMostATenthAboveWhatTheWeightAllows(String weight, String milligrams, boolean tooMuch) {
        assertThat(keys(milligrams, weight).contains("dose-limit:weight:a")).isEqualTo(tooMuch);
    }

    @ParameterizedTest
    @CsvSource({"12, 144", "29.9, 358.8", "30.0, 240", "100, 800", "101, 800"})
    void theLimitGoesByWeightUpTo800(BigDecimal weight, BigDecimal limit) {
        assertThat(DoseLimits.DEFAULT.limit(weight)).isEqualByComparingTo(limit);
    }

    @Test
    void moreThan800IsAnAlertOfItsOwn() {
        assertThat(keys("850", "101")).containsExactly("dose-limit:amount:a");
        assertThat(keys("900", "101")).containsExactly("dose-limit:amount:a", "dose-limit:weight:a");
    }

    @Test
    void withoutAWeightTheSentenceSaysWhatWasNotChecked() {
        assertThat(DoseLimits.DEFAULT.exceeded(List.of(dose("a", 0, "900")), Optional.empty()))
                .extracting(found -> found.wording().detail())
                .containsExactly("900 mg in one dose: at most 800 mg; weight not known: dose per kg not checked");
    }

    private static GivenDose by(String sender, String id, long minutes, String milligrams) {
        return new GivenDose(
                ObservationIds.of(id),
                FIRST.plus(Duration.ofMinutes(minutes)),
                Optional.of(new BigDecimal(milligrams)),
                Optional.of(sender).filter(name -> !name.isEmpty()));
    }

    @ParameterizedTest
    @CsvSource({
        "emar, 15, 560, same",
        "emar, 15, 560.0, same",
        "emar, 16, 560, interval",
        "nurse, 3, 560, interval",
        "emar, 3, 400, interval",
        "'', 3, 560, same",
    })
    void theSameDoseByTwoWaysIsAQuestion(String sender, long minutes, String milligrams, String limit) {
        var keys = exceeded(List.of(by("nurse", "a", 0, "560"), by(sender, "b", minutes, milligrams)));

        assertThat(keys).containsExactly("dose-limit:" + limit + ":b");
    }

    @Test
    void theQuestionNamesBothAndWhatToDo() {
        assertThat(DoseLimits.DEFAULT.exceeded(
                        List.of(by("nurse", "a", 0, "560"), by("emar", "b", 3, "560")),
                        Optional.of(BigDecimal.valueOf(70))))
                .singleElement()
                .extracting(Occurrence::wording)
                .isEqualTo(new Occurrence.Wording(
                        "Same dose charted twice?",
                        "Tocilizumab 560 mg at 2026-03-03T08:00:00Z and at 2026-03-03T08:03:00Z, by different senders."
                                + " If it is one dose, withdraw one of the two records. If both were given,"
                                + " they were less than 8 h 00 min apart: call the physician"));
    }

    private static DoseSummary summary(String weight, GivenDose... given) {
        return DoseLimits.DEFAULT.summary(
                List.of(given),
                Optional.of(weight).filter(text -> !text.isEmpty()).map(BigDecimal::new));
    }

    @Test
    void theEarliestNextDoseIsEightHoursAfterTheLast() {
        var summary = summary("70", dose("b", 480, "560"), dose("a", 0, "560"));

        assertThat(summary)
                .isEqualTo(new DoseSummary(
                        2,
                        4,
                        Optional.of(FIRST.plus(Duration.ofHours(8))),
                        Optional.of(FIRST.plus(Duration.ofHours(16))),
                        Optional.of(BigDecimal.valueOf(560)),
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource({"960, 1440", "1000, 1480", "1030, 1510"})
    void afterThreeDosesTheNextIsAlsoADayAfterTheFirstOfThem(long third, long earliest) {
        var summary = summary("70", dose("a", 0, "560"), dose("b", 480, "560"), dose("c", third, "560"));

        assertThat(summary.earliestNext()).contains(FIRST.plus(Duration.ofMinutes(earliest)));
    }

    @Test
    void afterTheLastDoseThatIsAllowedThereIsNoNext() {
        var summary = summary("70", dose("a", 0, ""), dose("b", 600, ""), dose("c", 1200, ""), dose("d", 2400, ""));

        assertThat(summary.earliestNext()).isEmpty();
        assertThat(summary.given()).isEqualTo(4);
    }

    @Test
    void withoutADoseThereIsNothingToWaitFor() {
        assertThat(summary("70"))
                .isEqualTo(new DoseSummary(
                        0, 4, Optional.empty(), Optional.empty(), Optional.of(BigDecimal.valueOf(560)), List.of()));
    }

    @ParameterizedTest
    @CsvSource({"308, true", "308.1, false", "280, true", "0.1, true", "560, false"})
    void halfADoseIsNoted(String milligrams, boolean noted) {
        var notes = summary("70", dose("a", 0, milligrams)).notes();

        assertThat(notes)
                .isEqualTo(
                        noted
                                ? List.of("Half dose charted: " + milligrams
                                        + " mg at 2026-03-03T08:00:00Z, where 70 kg allow 560 mg")
                                : List.of());
    }

    @Test
    void withoutAWeightTheDoseByWeightIsNotChecked() {
        var summary = summary("", dose("a", 0, "100"));

        assertThat(summary.notes()).containsExactly(DoseLimits.WEIGHT_NOT_KNOWN);
        assertThat(summary.mostMilligrams()).isEmpty();
    }
}
