package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.attributed;
import static health.vigil.grading.Story.febrile;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.oxygen;
import static health.vigil.grading.Story.roomAir;
import static health.vigil.grading.Story.spo2;
import static health.vigil.grading.Story.up;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Hypoxia by a low SpO2, and what it asks of the people at the bedside.
class HypoxiaTest {

    @Test
    void theReasonOfRoomAirIsIgnored() {
        var story = febrile()
                .at(11, oxygen(OxygenDevice.ROOM_AIR, OxygenReason.HYPOXIA))
                .at(12, spo2("90"))
                .at(13, spo2("89.9"));

        assertEquals(Grade.ONE, story.crs(12));
        assertEquals(Grade.TWO, story.crs(13));
        assertTrue(story.at(13.0).crs().flags().contains(Flag.HYPOXIA_ON_ROOM_AIR));
    }

    @ParameterizedTest
    @CsvSource({"90, ONE, false", "89.9, TWO, true"})
    void lowSpo2OnTheHomeFlowIsHypoxiaDespiteOxygen(String spo2, Grade grade, boolean flagged) {
        var report = febrile()
                .homeOxygen("2")
                .at(11, oxygen(OxygenDevice.NASAL_CANNULA, "2"))
                .at(12, spo2(spo2))
                .at(12.0)
                .crs();

        assertEquals(grade, report.grade());
        assertEquals(flagged, report.flags().contains(Flag.HYPOXIA_DESPITE_OXYGEN));
        assertFalse(report.flags().contains(Flag.HYPOXIA_NOT_CORRECTED));
    }

    @ParameterizedTest
    @CsvSource({"90, false", "89.9, true"})
    void lowSpo2OnOxygenForHypoxiaIsNotCorrected(String spo2, boolean flagged) {
        var report = febrile()
                .at(11, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA))
                .at(12, spo2(spo2))
                .at(12.0)
                .crs();

        assertEquals(Grade.THREE, report.grade());
        assertEquals(flagged, report.flags().contains(Flag.HYPOXIA_NOT_CORRECTED));
        assertFalse(report.flags().contains(Flag.HYPOXIA_DESPITE_OXYGEN));
    }

    @Test
    void whatALowSpo2AsksIsAskedForTwelveHoursAndNotWhileAttributed() {
        var story = febrile()
                .at(11, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA))
                .at(12, spo2("80"));

        assertTrue(story.at(hour(24)).crs().flags().contains(Flag.HYPOXIA_NOT_CORRECTED));
        assertFalse(story.at(hour(24).plus(STEP)).crs().flags().contains(Flag.HYPOXIA_NOT_CORRECTED));
        assertFalse(story.at(13, attributed(Component.HYPOXIA, 13))
                .at(13.0)
                .crs()
                .flags()
                .contains(Flag.HYPOXIA_NOT_CORRECTED));
    }

    @ParameterizedTest
    @EnumSource(value = OxygenReason.class, names = "HYPOXIA", mode = EnumSource.Mode.EXCLUDE)
    void aDeviceForAnotherReasonIsHypoxiaOnlyIfSpo2IsLow(OxygenReason reason) {
        var story = febrile()
                .at(10.5, spo2("90"))
                .at(11, oxygen(OxygenDevice.VENTILATOR, reason))
                .at(12, spo2("89.9"));

        assertEquals(Grade.ONE, story.crs(11));
        assertEquals(Grade.TWO, story.crs(12));
        assertTrue(story.at(12.0).crs().flags().contains(Flag.HYPOXIA_DESPITE_OXYGEN));
    }

    @ParameterizedTest
    @CsvSource({
        "92, 88.9, TWO",
        "92, 89, ONE",
        "88, 84.9, TWO",
        "88, 85, ONE",
        "93, 89.9, TWO",
        "93, 90, ONE",
        "92.9, 89.8, TWO",
        "92.9, 89.9, ONE"
    })
    void aLowBaselineLowersTheLimitOfSpo2(String baseline, String spo2, Grade grade) {
        assertEquals(grade, febrile().baselineSpo2(baseline).at(11, spo2(spo2)).crs(11));
    }

    @ParameterizedTest
    @CsvSource({"89, TWO", "89.99, TWO", "90, ONE"})
    void lowSpo2OnRoomAirIsProvisionallyGradeTwo(String spo2, Grade grade) {
        assertEquals(grade, febrile().at(11, spo2(spo2)).crs(11));
        assertEquals(grade, febrile().at(10.5, roomAir()).at(11, spo2(spo2)).crs(11));
    }

    @Test
    void spo2CountsForTwelveHours() {
        var story = febrile().at(11, spo2("85"));

        assertTrue(story.at(hour(23)).crs().flags().contains(Flag.HYPOXIA_DEVICE_NOT_CHARTED));
        assertEquals(Grade.TWO, story.crs(hour(23)));
        assertEquals(Grade.ONE, story.crs(hour(23).plus(Story.STEP)));
    }

    @Test
    void lowSpo2WithoutADeviceAsksForTheDevice() {
        var story = Story.begin()
                .at(10, spo2("89"))
                .at(11, oxygen(OxygenDevice.NASAL_CANNULA, "2"))
                .at(12, oxygen(OxygenDevice.NASAL_CANNULA, OxygenReason.COMFORT))
                .at(13, spo2("89"));

        assertTrue(up(story, Flag.HYPOXIA_DEVICE_NOT_CHARTED, 10));
        assertFalse(up(story, Flag.HYPOXIA_DEVICE_NOT_CHARTED, 11));
        assertFalse(up(story, Flag.HYPOXIA_DEVICE_NOT_CHARTED, 12));
        assertFalse(up(story, Flag.HYPOXIA_DEVICE_NOT_CHARTED, 13));
    }

    @Test
    void aDeviceThatWasChartedAtTheSameInstantAsRoomAirIsCharted() {
        var hypoxic = Story.begin().at(10, roomAir()).at(10, spo2("89"));
        var comfort = Story.begin()
                .at(10, oxygen(OxygenDevice.NASAL_CANNULA, OxygenReason.COMFORT))
                .at(10, roomAir())
                .at(10, spo2("89"));

        assertTrue(up(comfort, Flag.HYPOXIA_DESPITE_OXYGEN, 10));
        assertTrue(up(comfort, Flag.HYPOXIA_ON_ROOM_AIR, 10));
        assertTrue(up(hypoxic, Flag.HYPOXIA_ON_ROOM_AIR, 10));
        assertFalse(up(hypoxic, Flag.HYPOXIA_DEVICE_NOT_CHARTED, 10));
        assertFalse(up(hypoxic.at(10, oxygen(OxygenDevice.SIMPLE_MASK, "6")), Flag.HYPOXIA_ON_ROOM_AIR, 10));
    }
}
