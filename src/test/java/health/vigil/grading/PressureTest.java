package health.vigil.grading;

import health.vigil.observation.VitalSign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.grading.Entries.pressures;
import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.febrile;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.mean;
import static health.vigil.grading.Story.systolic;
import static health.vigil.grading.Story.temperature;
import static health.vigil.grading.Story.vital;
import static org.assertj.core.api.Assertions.assertThat;

/// Hypotension by a blood pressure: each limit, which of them decides first, and which reading is judged.
class PressureTest {
    @ParameterizedTest
    @CsvSource({
        "50, 60, 84.9, TWO",
        "50, 60, 85, ONE",
        "18, 60, 84.9, TWO",
        "18, 60, 85, ONE",
        "17, 60, 79.9, TWO",
        "17, 60, 80, ONE",
        "11, 60, 79.9, TWO",
        "11, 60, 80, ONE",
        "8, 60, 75.9, TWO",
        "8, 60, 76, ONE",
        "1, 60, 61.9, TWO",
        "1, 60, 62, ONE",
        "0, 55, 59.9, TWO",
        "0, 55, 60, ONE"
    })
    void underTheAbsoluteLimitNoBaselineHelps(int age, String baseline, String systolic, Grade grade) {
        assertThat(febrile()
                        .aged(age)
                        .baselineSystolic(baseline)
                        .at(11, systolic(systolic))
                        .crs(11))
                .isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"50, 59.9, TWO", "50, 60, ONE", "18, 59.9, TWO", "17, 40, ONE"})
    void underTheAbsoluteMeanOfAnAdultNoBaselineHelps(int age, String mean, Grade grade) {
        assertThat(febrile()
                        .aged(age)
                        .baselineSystolic("100")
                        .at(11, pressures("100", "", mean))
                        .crs(11))
                .isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"95, 64.9, ONE", "94.9, 64.9, TWO", "94.9, 65, ONE"})
    void atTheOwnBaselineAMeanUnder65IsNoHypotension(String systolic, String mean, Grade grade) {
        assertThat(febrile()
                        .baselineSystolic("100")
                        .at(11, pressures(systolic, "", mean))
                        .crs(11))
                .isEqualTo(grade);
    }

    @Test
    void theNewestIsJudgedOnItsOwnValues() {
        var story = febrile()
                .at(11, systolic("80"))
                .at(12, vital(VitalSign.DIASTOLIC, "40"))
                .at(13, mean("65"))
                .at(14, pressures("110", "60", "64"));

        assertThat(story.crs(12)).isEqualTo(Grade.TWO);
        assertThat(story.crs(13)).isEqualTo(Grade.ONE);
        assertThat(story.crs(14)).isEqualTo(Grade.TWO);
    }

    @ParameterizedTest
    @CsvSource({
        "110, 111, '', true",
        "110, 110, '', false",
        "110, '', 111, true",
        "110, '', 110, false",
        "110, 70, 69, true",
        "110, 70, 70, false",
        "'', 70, 69, true",
        "110, 201, '', false"
    })
    void pressuresThatContradictEachOtherAreFlaggedAndGradedAllTheSame(
            String systolic, String diastolic, String mean, boolean flagged) {
        var report =
                febrile().at(11, pressures(systolic, diastolic, mean)).at(11.0).crs();

        assertThat(report.flags().contains(Flag.PRESSURE_ARTEFACT)).isEqualTo(flagged);
        assertThat(report.grade()).isEqualTo(Grade.ONE);
    }

    @Test
    void aContradictionIsFlaggedForTwelveHoursOrUntilTheNextReading() {
        var story = febrile().at(11, pressures("80", "81", ""));

        assertThat(story.at(hour(23)).crs().flags()).contains(Flag.PRESSURE_ARTEFACT);
        assertThat(story.at(hour(23).plus(STEP)).crs().flags()).doesNotContain(Flag.PRESSURE_ARTEFACT);
        assertThat(story.at(12, pressures("80", "50", "")).at(12.0).crs().flags())
                .doesNotContain(Flag.PRESSURE_ARTEFACT);
    }

    @Test
    void ofTwoOfOneInstantTheContradictionIsKept() {
        var sound = pressures("80", "50", "");
        var contradiction = pressures("80", "81", "");

        assertThat(febrile().at(11, sound).at(11, contradiction).at(11.0).crs().flags())
                .contains(Flag.PRESSURE_ARTEFACT);
        assertThat(febrile().at(11, contradiction).at(11, sound).at(11.0).crs().flags())
                .contains(Flag.PRESSURE_ARTEFACT);
    }

    @ParameterizedTest
    @CsvSource({"89, TWO", "89.9, TWO", "90, ONE", "91, ONE"})
    void anAdultIsHypotensiveUnder90(String systolic, Grade grade) {
        assertThat(febrile().at(11, systolic(systolic)).crs(11)).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 69, TWO",
        "0, 70, ONE",
        "1, 71, TWO",
        "1, 72, ONE",
        "8, 85, TWO",
        "8, 86, ONE",
        "10, 89, TWO",
        "10, 90, ONE",
        "11, 89, TWO",
        "11, 90, ONE",
        "17, 89, TWO",
        "17, 90, ONE"
    })
    void theSystolicLimitFollowsAge(int age, String systolic, Grade grade) {
        assertThat(febrile().aged(age).at(11, systolic(systolic)).crs(11)).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"18, 64.9, TWO", "18, 65, ONE", "17, 50, ONE"})
    void aMeanPressureCountsFrom18On(int age, String mean, Grade grade) {
        assertThat(febrile().aged(age).at(11, mean(mean)).crs(11)).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"160, 99, TWO", "160, 100, ONE", "125, 99, TWO", "124, 99.2, ONE", "124, 99.1, TWO"})
    void anAdultFarUnderTheBaselineAndUnder100IsHypotensive(String baseline, String systolic, Grade grade) {
        assertThat(febrile()
                        .baselineSystolic(baseline)
                        .at(11, systolic(systolic))
                        .crs(11))
                .isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"92, 87.4, ONE", "92, 87.3, TWO", "90, 85.5, ONE", "90, 85.4, TWO", "80, 85, ONE", "80, 84.9, TWO"})
    void aPressureAtTheOwnBaselineIsNoHypotensionAboveTheAbsoluteLimit(String baseline, String systolic, Grade grade) {
        assertThat(febrile()
                        .baselineSystolic(baseline)
                        .at(11, systolic(systolic))
                        .crs(11))
                .isEqualTo(grade);
    }

    @Test
    void onlyTheNewestPressureIsJudged() {
        var story = febrile().at(11, systolic("80")).at(12, systolic("110"));

        assertThat(story.crs(11.5)).isEqualTo(Grade.TWO);
        assertThat(story.crs(12)).isEqualTo(Grade.ONE);
    }

    @Test
    void aPressureCountsForTwelveHours() {
        var story = febrile().at(11, systolic("80"));

        assertThat(story.crs(hour(23))).isEqualTo(Grade.TWO);
        assertThat(story.crs(hour(23).plus(Story.STEP))).isEqualTo(Grade.ONE);
    }

    @Test
    void ofTwoAtOneInstantTheOneThatGradesHigherCounts() {
        var story = febrile().at(11, systolic("110")).at(11, systolic("80")).at(11, systolic("120"));

        assertThat(story.crs(11)).isEqualTo(Grade.TWO);
    }

    @Test
    void aChildsMeanPressureSaysNothingAboutTheSystolicBeforeIt() {
        var story = Story.begin()
                .aged(8)
                .at(10, temperature("38.6"))
                .at(11, systolic("70"))
                .at(12, mean("90"));

        assertThat(story.crs(12)).isEqualTo(Grade.TWO);
    }
}
