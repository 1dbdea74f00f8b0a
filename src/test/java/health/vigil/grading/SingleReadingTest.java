package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.FluidReason;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.VasopressorAgent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.grading.Entries.pressures;
import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.attributed;
import static health.vigil.grading.Story.bolus;
import static health.vigil.grading.Story.febrile;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.oxygen;
import static health.vigil.grading.Story.roomAir;
import static health.vigil.grading.Story.spo2;
import static health.vigil.grading.Story.started;
import static health.vigil.grading.Story.systolic;
import static health.vigil.grading.Story.temperature;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The flag of a grade 2 that rests on one reading: it asks to repeat the reading.
class SingleReadingTest {
    private static boolean single(Story story, double hours) {
        return single(story, hour(hours));
    }

    private static boolean single(Story story, Instant at) {
        return story.at(at).crs().flags().contains(Flag.SINGLE_READING);
    }

    @Test
    void aSecondLowPressureInTheHourBeforeConfirms() {
        var early = febrile().at(hour(11).minus(STEP), systolic("88")).at(12, systolic("88"));
        var within = febrile().at(11, systolic("88")).at(12, systolic("88"));

        assertEquals(Grade.TWO, within.crs(12));
        assertTrue(single(within, 11));
        assertFalse(single(within, 12));
        assertTrue(single(early, 12));
    }

    @Test
    void aNormalPressureBetweenTwoLowOnesUnconfirmsNothing() {
        var story = febrile().at(11.1, systolic("88")).at(11.5, systolic("120")).at(12, systolic("88"));

        assertFalse(single(story, 12));
    }

    @Test
    void aNormalPressureConfirmsNothing() {
        assertTrue(single(febrile().at(11.5, systolic("90")).at(12, systolic("89")), 12));
    }

    @Test
    void anotherLowPressureOfTheSameInstantConfirmsNothing() {
        assertTrue(single(febrile().at(12, systolic("88")).at(12, systolic("87")), 12));
    }

    @ParameterizedTest
    @CsvSource({"85, '', true", "84.9, '', false", "88, 60, true", "88, 59.9, false"})
    void aPressureUnderAnAbsoluteLimitNeedsNoSecond(String systolic, String mean, boolean flagged) {
        var story = febrile().at(12, pressures(systolic, "", mean));

        assertEquals(Grade.TWO, story.crs(12));
        assertEquals(flagged, single(story, 12));
    }

    @Test
    void aBolusForHypotensionInItsWindowIsASecondReason() {
        var story = febrile().at(12, bolus(FluidReason.HYPOTENSION)).at(12, systolic("88"));

        assertFalse(single(story, hour(18)));
        assertTrue(single(story, hour(18).plus(STEP)));
    }

    @ParameterizedTest
    @CsvSource({"89.9, true", "85, true", "84.9, false"})
    void aLowSpo2From85OnAsksForASecond(String spo2, boolean flagged) {
        assertEquals(flagged, single(febrile().at(12, spo2(spo2)), 12));
        assertEquals(flagged, single(febrile().at(11, roomAir()).at(12, spo2(spo2)), 12));
    }

    @Test
    void aSecondLowSpo2InTheHourBeforeConfirms() {
        var early = febrile().at(hour(11).minus(STEP), spo2("89")).at(12, spo2("89"));
        var within = febrile().at(11, spo2("89")).at(12, spo2("89"));
        var between = febrile().at(11.1, spo2("89")).at(11.5, spo2("95")).at(12, spo2("89"));
        var normal = febrile().at(11.5, spo2("90")).at(12, spo2("89"));
        var sameInstant = febrile().at(12, spo2("89")).at(12, spo2("88"));

        assertTrue(single(within, 11));
        assertFalse(single(within, 12));
        assertTrue(single(early, 12));
        assertFalse(single(between, 12));
        assertTrue(single(normal, 12));
        assertTrue(single(sameInstant, 12));
    }

    @Test
    void aLowSpo2OnOxygenOfAnyKindIsNoSingleReading() {
        assertFalse(single(
                febrile()
                        .at(11, oxygen(OxygenDevice.NASAL_CANNULA, OxygenReason.COMFORT))
                        .at(12, spo2("89")),
                12));
        assertFalse(single(
                febrile()
                        .at(11, oxygen(OxygenDevice.NASAL_CANNULA, OxygenReason.HYPOXIA))
                        .at(12, spo2("89")),
                12));
    }

    @Test
    void everyComponentThatIsTwoHasToRestOnOneReading() {
        var both = febrile().at(12, systolic("88")).at(12, spo2("89"));
        var oneConfirmed =
                febrile().at(11.5, systolic("88")).at(12, systolic("88")).at(12, spo2("89"));
        var otherConfirmed =
                febrile().at(11.5, spo2("89")).at(12, systolic("88")).at(12, spo2("89"));

        assertTrue(single(both, 12));
        assertFalse(single(oneConfirmed, 12));
        assertFalse(single(otherConfirmed, 12));
    }

    @Test
    void aConfirmedComponentThatIsAttributedConfirmsNothing() {
        var story = febrile()
                .at(11.5, systolic("88"))
                .at(12, systolic("88"))
                .at(12, spo2("89"))
                .at(12, attributed(Component.HYPOTENSION, 12));

        assertEquals(Grade.TWO, story.crs(12));
        assertTrue(single(story, 12));
    }

    @Test
    void onlyAGradeOfTwoIsFlagged() {
        var afebrile = Story.begin().at(10, temperature("37")).at(12, systolic("88"));
        var supported = febrile().at(12, systolic("88")).at(12, started(VasopressorAgent.NOREPINEPHRINE));

        assertFalse(single(afebrile, 12));
        assertFalse(single(supported, 12));
    }

    @Test
    void theFlagGoesWithTheReading() {
        var story = febrile().at(12, systolic("88"));

        assertTrue(single(story, hour(24)));
        assertFalse(single(story, hour(24).plus(STEP)));
    }
}
