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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// ICANS: the consensus table row by row, and every number at, just under and just over its limit.
class IcansTableTest {
    @ParameterizedTest
    @CsvSource({"10, ZERO", "9, ONE", "7, ONE", "6, TWO", "3, TWO", "2, THREE", "0, THREE"})
    void iceGradesByTheTable(int ice, Grade grade) {
        assertEquals(grade, Story.begin().at(10, ice(ice)).icans(10));
    }

    @ParameterizedTest
    @CsvSource({"8, 8, ZERO", "8, 9, ZERO", "8, 7, ONE", "5, 5, ZERO", "5, 4, TWO", "1, 1, ZERO", "1, 0, THREE"})
    void anIceAtTheBaselineIsZero(int baseline, int ice, Grade grade) {
        assertEquals(grade, Story.begin().baselineIce(baseline).at(10, ice(ice)).icans(10));
    }

    @ParameterizedTest
    @CsvSource({"0, ZERO", "8, ZERO", "9, THREE", "32, THREE"})
    void capdGradesFromNineOn(int capd, Grade grade) {
        assertEquals(grade, Story.begin().aged(8).at(10, capd(capd)).icans(10));
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

        assertEquals(grade, report.grade());
        assertEquals(grade == Grade.ZERO, report.flags().contains(Flag.CAPD_AT_BASELINE));
    }

    @ParameterizedTest
    @CsvSource({"11, UNKNOWN", "12, ONE"})
    void theIceAppliesFromTwelveOn(int age, Grade grade) {
        assertEquals(grade, Story.begin().aged(age).at(10, ice(8)).icans(10));
    }

    @Test
    void theCapdAppliesAtAnyAgeWithDevelopmentalDelay() {
        assertEquals(
                Grade.THREE,
                Story.begin().aged(30).baselineCapd(4, true).at(10, capd(9)).icans(10));
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
        assertEquals(grade, Story.begin().at(10, wakes(level)).icans(10));
    }

    @Test
    void checksCountForADay() {
        var story = Story.begin().at(10, ice(5));

        assertEquals(Grade.TWO, story.icans(hour(34)));
        assertEquals(Grade.UNKNOWN, story.icans(hour(34).plus(Story.STEP)));
        assertTrue(story.at(hour(34).plus(Story.STEP)).icans().flags().contains(Flag.ICE_OVERDUE));
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

        assertEquals(grade, story.icans(399));
        assertEquals(Grade.UNKNOWN, story.icans(400));
    }

    @Test
    void atOneInstantAFindingThatIsPresentCounts() {
        var present = finding(Finding.PAPILLOEDEMA, true);
        var absent = finding(Finding.PAPILLOEDEMA, false);

        assertEquals(Grade.FOUR, Story.begin().at(10, present).at(10, absent).icans(10));
        assertEquals(Grade.FOUR, Story.begin().at(10, absent).at(10, present).icans(10));
    }

    @Test
    void anAttributedScoreIsKnownAndItsDomainZero() {
        var attributed = Story.begin().at(10, ice(4)).at(11, attributed(Component.ICE, 9));
        var noScore = Story.begin().at(11, attributed(Component.ICE, 9));

        assertEquals(Grade.ZERO, attributed.icans(11));
        assertEquals(Grade.UNKNOWN, noScore.icans(11));
    }

    @Test
    void theWorstDomainDecides() {
        assertEquals(
                Grade.TWO,
                Story.begin().at(10, ice(8)).at(10, wakes(Consciousness.VOICE)).icans(10));
    }

    @Test
    void earlySignsAreFlaggedAndNeverGraded() {
        var report = Story.begin().at(10, ice(10)).at(11, tremor()).at(11.0).icans();

        assertEquals(Grade.ZERO, report.grade());
        assertTrue(report.flags().contains(Flag.EARLY_SIGN));
    }

    @Test
    void deathOfIcansIsGradeFiveAndAnotherDeathIsNotGraded() {
        assertEquals(Grade.FIVE, Story.begin().at(10, died(DeathCause.ICANS)).icans(11));
        assertEquals(
                Grade.UNKNOWN,
                Story.begin().at(9, ice(10)).at(10, died(DeathCause.CRS)).icans(11));
    }
}
