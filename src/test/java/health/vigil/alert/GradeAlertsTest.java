package health.vigil.alert;

import health.vigil.grading.Flag;
import health.vigil.grading.Grade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.alert.NewsBuilder.news;
import static org.assertj.core.api.Assertions.assertThat;

class GradeAlertsTest {
    @Test
    void aGradeTwoOfOneReadingCanWait() {
        assertThat(news().crs(590, Grade.ONE, Grade.TWO)
                        .up(590, Flag.SINGLE_READING)
                        .rules())
                .containsExactly("crs-grade-2-single");
        assertThat(news().crs(590, Grade.ONE, Grade.TWO).rules()).containsExactly("crs-grade-2");
    }

    @Test
    void aJumpIsUrgentEvenIfItRestsOnOneReading() {
        assertThat(news().crs(590, Grade.ZERO, Grade.TWO)
                        .up(590, Flag.SINGLE_READING)
                        .rules())
                .containsExactly("crs-grade-jump");
    }

    @Test
    void aSecondReadingConfirmsWhatOneHadSaid() {
        var alerts = news().crsStands(Grade.TWO).down(595, Flag.SINGLE_READING).alerts();

        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.rule()).isEqualTo(AlertRule.CRS_GRADE_2);
            assertThat(alert.succession()).isEqualTo(Succession.CONFIRMS);
            assertThat(alert.effectiveAt()).isEqualTo(NewsBuilder.at(595));
        });
    }

    @Test
    void whileTheFlagIsUpOrTheGradeIsLowerNothingIsConfirmed() {
        assertThat(news().crsStands(Grade.TWO, Flag.SINGLE_READING).alerts()).isEmpty();
        assertThat(news().crsStands(Grade.ONE).down(595, Flag.SINGLE_READING).alerts())
                .isEmpty();
    }

    @Test
    void aConfirmationNeverSilencesARiseThatWasToldWhole() {
        assertThat(news().crs(590, Grade.ZERO, Grade.TWO)
                        .up(590, Flag.SINGLE_READING)
                        .down(595, Flag.SINGLE_READING)
                        .rules())
                .containsExactly("crs-grade-jump");
    }

    @Test
    void onlyTheLastOfManyRisesIsTold() {
        var alerts = news().crs(100, Grade.ONE, Grade.TWO)
                .crs(120, Grade.TWO, Grade.ONE)
                .crs(140, Grade.ONE, Grade.TWO)
                .alerts();

        assertThat(alerts).extracting(Occurrence::over).containsExactly(true, false);
    }

    @Test
    void aRiseThatFellAgainIsOver() {
        var alerts = news().crs(100, Grade.ONE, Grade.TWO)
                .crs(120, Grade.TWO, Grade.ONE)
                .alerts();

        assertThat(alerts)
                .singleElement()
                .satisfies(alert -> assertThat(alert.over()).isTrue());
    }

    @Test
    void aRiseIsNotOverBecauseTheGradeIsNotKnownAnyMore() {
        assertThat(news().crs(100, Grade.ONE, Grade.TWO)
                        .crs(120, Grade.TWO, Grade.UNKNOWN)
                        .rules())
                .containsExactly("crs-grade-2");
    }

    @ParameterizedTest
    @CsvSource({"9, CONTINUES", "10, REPLACES", "11, REPLACES"})
    void aGradeThatWasGoneForLessThanItsSettlingTimeSwings(long gone, Succession succession) {
        var alerts = news().crs(100, Grade.TWO, Grade.ONE)
                .crs(100 + gone, Grade.ONE, Grade.TWO)
                .alerts();

        assertThat(alerts).extracting(Occurrence::succession).containsExactly(succession);
    }

    @ParameterizedTest
    @CsvSource({
        "599, ONE, THREE, grade-amended-severe",
        "599, UNKNOWN, THREE, grade-amended-severe",
        "599, ONE, TWO, grade-amended",
        "599, FOUR, THREE, grade-amended",
        "-120, ONE, FOUR, grade-amended-severe",
        "-121, ONE, FOUR, grade-amended",
    })
    void anAmendmentToThreeOrMoreOfTheLastTwelveHoursIsUrgent(long minute, Grade shown, Grade known, String rule) {
        assertThat(news().amended(minute, shown, known).rules()).containsExactly(rule);
    }

    @Test
    void theUrgentAmendmentIsTheOneThatIsTold() {
        assertThat(news().amended(100, Grade.ONE, Grade.ZERO)
                        .amended(200, Grade.ONE, Grade.THREE)
                        .rules())
                .containsExactly("grade-amended-severe");
    }

    @Test
    void whatWasNotKnownIsSaidPlainly() {
        assertThat(news().crs(590, Grade.UNKNOWN, Grade.ONE).alerts())
                .extracting(alert -> alert.wording().detail())
                .containsExactly("CRS is grade 1, not known before");
    }
}
