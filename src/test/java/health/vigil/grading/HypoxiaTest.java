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
import static org.assertj.core.api.Assertions.assertThat;

/// Hypoxia by a low SpO2, and the flags that it raises.
class HypoxiaTest {

    @Test
    void theReasonOfRoomAirIsIgnored() {
        var story = febrile()
                .at(11, oxygen(OxygenDevice.ROOM_AIR, OxygenReason.HYPOXIA))
                .at(12, spo2("90"))
                .at(13, spo2("89.9"));

        assertThat(story.crs(12)).isEqualTo(Grade.ONE);
        assertThat(story.crs(13)).isEqualTo(Grade.TWO);
        assertThat(story.at(13.0).crs().flags()).contains(Flag.HYPOXIA_ON_ROOM_AIR);
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

        assertThat(report.grade()).isEqualTo(grade);
        assertThat(report.flags().contains(Flag.HYPOXIA_DESPITE_OXYGEN)).isEqualTo(flagged);
        assertThat(report.flags()).doesNotContain(Flag.HYPOXIA_NOT_CORRECTED);
    }

    @ParameterizedTest
    @CsvSource({"90, false", "89.9, true"})
    void lowSpo2OnOxygenForHypoxiaIsNotCorrected(String spo2, boolean flagged) {
        var report = febrile()
                .at(11, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA))
                .at(12, spo2(spo2))
                .at(12.0)
                .crs();

        assertThat(report.grade()).isEqualTo(Grade.THREE);
        assertThat(report.flags().contains(Flag.HYPOXIA_NOT_CORRECTED)).isEqualTo(flagged);
        assertThat(report.flags()).doesNotContain(Flag.HYPOXIA_DESPITE_OXYGEN);
    }

    @Test
    void whatALowSpo2AsksIsAskedForTwelveHoursAndNotWhileAttributed() {
        var story = febrile()
                .at(11, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA))
                .at(12, spo2("80"));

        assertThat(story.at(hour(24)).crs().flags()).contains(Flag.HYPOXIA_NOT_CORRECTED);
        assertThat(story.at(hour(24).plus(STEP)).crs().flags()).doesNotContain(Flag.HYPOXIA_NOT_CORRECTED);
        assertThat(story.at(13, attributed(Component.HYPOXIA, 13))
                        .at(13.0)
                        .crs()
                        .flags())
                .doesNotContain(Flag.HYPOXIA_NOT_CORRECTED);
    }

    @ParameterizedTest
    @EnumSource(value = OxygenReason.class, names = "HYPOXIA", mode = EnumSource.Mode.EXCLUDE)
    void aDeviceForAnotherReasonIsHypoxiaOnlyIfSpo2IsLow(OxygenReason reason) {
        var story = febrile()
                .at(10.5, spo2("90"))
                .at(11, oxygen(OxygenDevice.VENTILATOR, reason))
                .at(12, spo2("89.9"));

        assertThat(story.crs(11)).isEqualTo(Grade.ONE);
        assertThat(story.crs(12)).isEqualTo(Grade.TWO);
        assertThat(story.at(12.0).crs().flags()).contains(Flag.HYPOXIA_DESPITE_OXYGEN);
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
        assertThat(febrile().baselineSpo2(baseline).at(11, spo2(spo2)).crs(11)).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"89, TWO", "89.99, TWO", "90, ONE"})
    void lowSpo2OnRoomAirIsProvisionallyGradeTwo(String spo2, Grade grade) {
        assertThat(febrile().at(11, spo2(spo2)).crs(11)).isEqualTo(grade);
        assertThat(febrile().at(10.5, roomAir()).at(11, spo2(spo2)).crs(11)).isEqualTo(grade);
    }

    @Test
    void spo2CountsForTwelveHours() {
        var story = febrile().at(11, spo2("85"));

        assertThat(story.at(hour(23)).crs().flags()).contains(Flag.HYPOXIA_DEVICE_NOT_CHARTED);
        assertThat(story.crs(hour(23))).isEqualTo(Grade.TWO);
        assertThat(story.crs(hour(23).plus(Story.STEP))).isEqualTo(Grade.ONE);
    }

    @Test
    void lowSpo2WithoutADeviceAsksForTheDevice() {
        var story = Story.begin()
                .at(10, spo2("89"))
                .at(11, oxygen(OxygenDevice.NASAL_CANNULA, "2"))
                .at(12, oxygen(OxygenDevice.NASAL_CANNULA, OxygenReason.COMFORT))
                .at(13, spo2("89"));

        assertThat(up(story, Flag.HYPOXIA_DEVICE_NOT_CHARTED, 10)).isTrue();
        assertThat(up(story, Flag.HYPOXIA_DEVICE_NOT_CHARTED, 11)).isFalse();
        assertThat(up(story, Flag.HYPOXIA_DEVICE_NOT_CHARTED, 12)).isFalse();
        assertThat(up(story, Flag.HYPOXIA_DEVICE_NOT_CHARTED, 13)).isFalse();
    }

    @Test
    void aDeviceThatWasChartedAtTheSameInstantAsRoomAirIsCharted() {
        var hypoxic = Story.begin().at(10, roomAir()).at(10, spo2("89"));
        var comfort = Story.begin()
                .at(10, oxygen(OxygenDevice.NASAL_CANNULA, OxygenReason.COMFORT))
                .at(10, roomAir())
                .at(10, spo2("89"));

        assertThat(up(comfort, Flag.HYPOXIA_DESPITE_OXYGEN, 10)).isTrue();
        assertThat(up(comfort, Flag.HYPOXIA_ON_ROOM_AIR, 10)).isTrue();
        assertThat(up(hypoxic, Flag.HYPOXIA_ON_ROOM_AIR, 10)).isTrue();
        assertThat(up(hypoxic, Flag.HYPOXIA_DEVICE_NOT_CHARTED, 10)).isFalse();
        assertThat(up(hypoxic.at(10, oxygen(OxygenDevice.SIMPLE_MASK, "6")), Flag.HYPOXIA_ON_ROOM_AIR, 10))
                .isFalse();
    }
}
