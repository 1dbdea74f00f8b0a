package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.Consciousness;
import health.vigil.observation.DeathCause;
import health.vigil.observation.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.grading.Story.attributed;
import static health.vigil.grading.Story.capd;
import static health.vigil.grading.Story.died;
import static health.vigil.grading.Story.finding;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.ice;
import static health.vigil.grading.Story.tremor;
import static health.vigil.grading.Story.wakes;
import static org.assertj.core.api.Assertions.assertThat;

/// ICANS: the consensus table row by row, and every number at, just under and just over its limit.
class IcansTableTest {
    @ParameterizedTest
    @CsvSource({"10, ZERO", "9, ONE", "7, ONE", "6, TWO", "3, TWO", "2, THREE", "0, THREE"})
    void iceGradesByTheTable(int ice, Grade grade) {
        assertThat(Story.begin().at(10, ice(ice)).icans(10)).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"8, 8, ZERO", "8, 9, ZERO", "8, 7, ONE", "5, 5, ZERO", "5, 4, TWO", "1, 1, ZERO", "1, 0, THREE"})
    void anIceAtTheBaselineIsZero(int baseline, int ice, Grade grade) {
        assertThat(Story.begin().baselineIce(baseline).at(10, ice(ice)).icans(10))
                .isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"0, ZERO", "8, ZERO", "9, THREE", "32, THREE"})
    void capdGradesFromNineOn(int capd, Grade grade) {
        assertThat(Story.begin().aged(8).at(10, capd(capd)).icans(10)).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"10, 10, ZERO", "10, 9, ZERO", "10, 11, THREE", "9, 9, ZERO", "8, 9, THREE"})
    void aPositiveCapdNotAboveAPositiveBaselineIsZeroAndFlagged(int baseline, int capd, Grade grade) {
        var report = Story.begin()
                .aged(6)
                .baselineCapd(baseline, false)
                .at(10, capd(capd))
                .at(10.0)
                .icans();

        assertThat(report.grade()).isEqualTo(grade);
        assertThat(report.flags().contains(Flag.CAPD_AT_BASELINE)).isEqualTo(grade == Grade.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"11, UNKNOWN", "12, ONE"})
    void theIceAppliesFromTwelveOn(int age, Grade grade) {
        assertThat(Story.begin().aged(age).at(10, ice(8)).icans(10)).isEqualTo(grade);
    }

    @Test
    void theCapdAppliesAtAnyAgeWithDevelopmentalDelay() {
        assertThat(Story.begin().aged(30).baselineCapd(4, true).at(10, capd(9)).icans(10))
                .isEqualTo(Grade.THREE);
    }

    @ParameterizedTest
    @CsvSource({
        "AWAKE, UNKNOWN",
        "SPONTANEOUS, ONE",
        "VOICE, TWO",
        "TOUCH, THREE",
        "VIGOROUS, FOUR",
        "UNAROUSABLE, FOUR"
    })
    void consciousnessGradesByTheTable(Consciousness level, Grade grade) {
        assertThat(Story.begin().at(10, wakes(level)).icans(10)).isEqualTo(grade);
    }

    @Test
    void checksCountForADay() {
        var story = Story.begin().at(10, ice(5));

        assertThat(story.icans(hour(34))).isEqualTo(Grade.TWO);
        assertThat(story.icans(hour(34).plus(Story.STEP))).isEqualTo(Grade.UNKNOWN);
        assertThat(story.at(hour(34).plus(Story.STEP)).icans().flags()).contains(Flag.ICE_OVERDUE);
    }

    @ParameterizedTest
    @CsvSource({
        "FOCAL_OEDEMA, THREE",
        "DIFFUSE_OEDEMA, FOUR",
        "PAPILLOEDEMA, FOUR",
        "POSTURING, FOUR",
        "SIXTH_NERVE_PALSY, FOUR",
        "CUSHING_TRIAD, FOUR",
        "DEEP_FOCAL_WEAKNESS, FOUR",
        "INTRACRANIAL_HAEMORRHAGE, UNKNOWN",
        "MYOCLONUS, UNKNOWN",
        "HEADACHE, UNKNOWN",
        "APHASIA, UNKNOWN",
        "FACIAL_PALSY, UNKNOWN",
        "OTHER_CRANIAL_NEUROPATHY, UNKNOWN",
        "BRADYKINESIA, UNKNOWN",
        "RIGIDITY, UNKNOWN",
        "REST_TREMOR, UNKNOWN",
        "GAIT_CHANGE, UNKNOWN",
        "MICROGRAPHIA, UNKNOWN",
        "PERSONALITY_CHANGE, UNKNOWN",
        "MEMORY_CHANGE, UNKNOWN",
        "LIMB_WEAKNESS_PERIPHERAL, UNKNOWN",
        "HAEMOPHAGOCYTOSIS, UNKNOWN",
        "SPLENOMEGALY, UNKNOWN"
    })
    void aFindingGradesByTheTableUntilItIsAbsent(Finding finding, Grade grade) {
        var story = Story.begin().at(10, finding(finding, true)).at(400, finding(finding, false));

        assertThat(story.icans(399)).isEqualTo(grade);
        assertThat(story.icans(400)).isEqualTo(Grade.UNKNOWN);
    }

    @Test
    void atOneInstantAFindingThatIsPresentCounts() {
        var present = finding(Finding.PAPILLOEDEMA, true);
        var absent = finding(Finding.PAPILLOEDEMA, false);

        assertThat(Story.begin().at(10, present).at(10, absent).icans(10)).isEqualTo(Grade.FOUR);
        assertThat(Story.begin().at(10, absent).at(10, present).icans(10)).isEqualTo(Grade.FOUR);
    }

    @Test
    void anAttributedScoreIsKnownAndItsDomainZero() {
        var attributed = Story.begin().at(10, ice(4)).at(11, attributed(Component.ICE, 9));
        var noScore = Story.begin().at(11, attributed(Component.ICE, 9));

        assertThat(attributed.icans(11)).isEqualTo(Grade.ZERO);
        assertThat(noScore.icans(11)).isEqualTo(Grade.UNKNOWN);
    }

    @Test
    void theWorstDomainDecides() {
        assertThat(Story.begin()
                        .at(10, ice(8))
                        .at(10, wakes(Consciousness.VOICE))
                        .icans(10))
                .isEqualTo(Grade.TWO);
    }

    @Test
    void earlySignsAreFlaggedAndNeverGraded() {
        var report = Story.begin().at(10, ice(10)).at(11, tremor()).at(11.0).icans();

        assertThat(report.grade()).isEqualTo(Grade.ZERO);
        assertThat(report.flags()).contains(Flag.EARLY_SIGN);
    }

    @Test
    void deathOfIcansIsGradeFiveAndAnotherDeathIsNotGraded() {
        assertThat(Story.begin().at(10, died(DeathCause.ICANS)).icans(11)).isEqualTo(Grade.FIVE);
        assertThat(Story.begin().at(9, ice(10)).at(10, died(DeathCause.CRS)).icans(11))
                .isEqualTo(Grade.UNKNOWN);
    }
}
