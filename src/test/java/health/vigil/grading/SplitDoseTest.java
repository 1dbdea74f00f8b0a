package health.vigil.grading;

import health.vigil.observation.Finding;
import health.vigil.observation.VasopressorAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.finding;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.started;
import static health.vigil.grading.Story.stopped;
import static health.vigil.grading.Story.temperature;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A dose in several infusions: the first begins the grading, the newest one is compared with an onset.
class SplitDoseTest {
    private static final Instant SECOND = hour(15 * 24);

    private static boolean up(Instant onset, Flag flag, Instant... further) {
        var story = Story.begin().infusedAgain(further).at(onset, temperature("38"));
        return story.at(onset).crs().flags().contains(flag);
    }

    @Test
    void anOnsetIsLateAfterFourteenDaysOfTheNewestInfusion() {
        var late = SECOND.plus(Duration.ofDays(14));

        assertFalse(up(SECOND, Flag.LATE_ONSET, SECOND));
        assertFalse(up(late, Flag.LATE_ONSET, SECOND));
        assertTrue(up(late.plus(STEP), Flag.LATE_ONSET, SECOND));
    }

    @Test
    void anInfusionAfterTheOnsetIsNotCompared() {
        var justBefore = SECOND.minus(STEP);
        var story = Story.begin().infusedAgain(SECOND).at(justBefore, temperature("38"));

        assertTrue(up(justBefore, Flag.LATE_ONSET, SECOND));
        assertTrue(story.at(SECOND).crs().flags().contains(Flag.LATE_ONSET));
    }

    @Test
    void feverWithinSixHoursOfTheNewestInfusionIsFlagged() {
        var sixHours = SECOND.plus(Duration.ofHours(6));

        assertTrue(up(SECOND, Flag.FEVER_WITHIN_6H_OF_INFUSION, SECOND));
        assertTrue(up(sixHours, Flag.FEVER_WITHIN_6H_OF_INFUSION, SECOND));
        assertFalse(up(sixHours.plus(STEP), Flag.FEVER_WITHIN_6H_OF_INFUSION, SECOND));
    }

    @Test
    void theOrderInWhichInfusionsAreNamedDoesNotMatter() {
        var third = SECOND.plus(Duration.ofDays(1));

        assertTrue(up(third, Flag.FEVER_WITHIN_6H_OF_INFUSION, third, SECOND));
        assertTrue(up(third, Flag.FEVER_WITHIN_6H_OF_INFUSION, SECOND, third));
    }

    @Test
    void coursesFindingsAndPeaksGoOn() {
        var story = Story.begin()
                .infusedAgain(hour(24))
                .at(20, temperature("38"))
                .at(20, started(VasopressorAgent.DOPAMINE))
                .at(20, finding(Finding.PAPILLOEDEMA, true))
                .at(22, stopped(VasopressorAgent.DOPAMINE));
        var report = story.at(30.0);

        assertEquals(hour(20), report.crs().onset().orElseThrow());
        assertEquals(new Peak(Grade.THREE, hour(20)), report.crs().peak().orElseThrow());
        assertEquals(Grade.FOUR, report.icans().grade());
        assertEquals(
                Set.of(),
                EnumSet.copyOf(report.crs().flags()).stream()
                        .filter(flag -> flag == Flag.FEVER_WITHIN_6H_OF_INFUSION)
                        .collect(Collectors.toSet()));
    }

    @Test
    void aTemperatureOfLongBeforeTheSecondInfusionIsStaleAllTheSame() {
        var story = Story.begin().infusedAgain(hour(34)).at(10, temperature("37"));

        assertEquals(Grade.UNKNOWN, story.crs(hour(34).plus(STEP)));
    }
}
