package health.vigil.grading;

import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.grading.Entries.oxygenWithoutReason;
import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.febrile;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.oxygen;
import static health.vigil.grading.Story.roomAir;
import static health.vigil.grading.Story.spo2;
import static org.assertj.core.api.Assertions.assertThat;

/// Oxygen by its device, its flow and its reason.
class OxygenTest {

    @ParameterizedTest
    @CsvSource({
        "FACE_TENT, THREE, DEVICE_BY_ANALOGY",
        "TRACHEOSTOMY_MASK, THREE, DEVICE_BY_ANALOGY",
        "T_PIECE, THREE, DEVICE_BY_ANALOGY",
        "PARTIAL_REBREATHER, THREE, DEVICE_BY_ANALOGY",
        "OTHER, TWO, DEVICE_NOT_KNOWN"
    })
    void aDeviceThatTheTableDoesNotNameIsGradedByAnalogyAndFlagged(OxygenDevice device, Grade grade, Flag flag) {
        var forHypoxia =
                febrile().at(11, oxygen(device, OxygenReason.HYPOXIA)).at(11.0).crs();
        var forComfort =
                febrile().at(11, oxygen(device, OxygenReason.COMFORT)).at(11.0).crs();

        assertThat(forHypoxia.grade()).isEqualTo(grade);
        assertThat(forHypoxia.flags()).contains(flag);
        assertThat(forComfort.grade()).isEqualTo(Grade.ONE);
        assertThat(forComfort.flags()).doesNotContain(flag);
    }

    @ParameterizedTest
    @CsvSource({
        "NASAL_CANNULA, TWO",
        "HIGH_FLOW_NASAL_CANNULA, THREE",
        "SIMPLE_MASK, THREE",
        "VENTILATOR, FOUR",
        "ROOM_AIR, ONE"
    })
    void aRecordWithoutAReasonIsForHypoxiaAndIsFlagged(OxygenDevice device, Grade grade) {
        var report = febrile().at(11, oxygenWithoutReason(device)).at(11.0).crs();

        assertThat(report.grade()).isEqualTo(grade);
        assertThat(report.flags().contains(Flag.REASON_NOT_CHARTED)).isEqualTo(device != OxygenDevice.ROOM_AIR);
    }

    @ParameterizedTest
    @CsvSource({"-0.1, TWO", "0, TWO", "80, THREE", "80.1, TWO"})
    void anImplausibleFlowOfACannulaIsAnUnknownFlow(String flow, Grade grade) {
        var report = febrile()
                .at(11, oxygen(OxygenDevice.NASAL_CANNULA, flow))
                .at(11.0)
                .crs();

        assertThat(report.grade()).isEqualTo(grade);
        assertThat(report.flags().contains(Flag.FLOW_NOT_CHARTED))
                .isEqualTo(flow.equals("-0.1") || flow.equals("80.1"));
    }

    @Test
    void onlyACannulaForHypoxiaAsksForItsFlow() {
        var comfort = febrile().at(11, oxygen(OxygenDevice.NASAL_CANNULA, OxygenReason.COMFORT));
        var mask = febrile().at(11, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA));

        assertThat(comfort.at(11.0).crs().flags()).doesNotContain(Flag.FLOW_NOT_CHARTED);
        assertThat(mask.at(11.0).crs().flags()).doesNotContain(Flag.FLOW_NOT_CHARTED);
    }

    @ParameterizedTest
    @CsvSource({"HIGH_FLOW_NASAL_CANNULA, 7, THREE", "SIMPLE_MASK, 2, THREE", "NASAL_CANNULA, 8, ONE"})
    void onlyAPlainCannulaIsExcusedByTheHomeFlow(OxygenDevice device, String flow, Grade grade) {
        assertThat(febrile().homeOxygen("8").at(11, oxygen(device, flow)).crs(11))
                .isEqualTo(grade);
    }

    @Test
    void aCannulaOfUnknownFlowIsNotExcusedByTheHomeFlow() {
        var story = febrile().homeOxygen("8").at(11, oxygen(OxygenDevice.NASAL_CANNULA, OxygenReason.HYPOXIA));

        assertThat(story.crs(11)).isEqualTo(Grade.TWO);
    }

    @Test
    void oxygenStandsUntilItsNextRecord() {
        var story = febrile()
                .at(11, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA))
                .at(31, roomAir());

        assertThat(story.crs(hour(31).minus(STEP))).isEqualTo(Grade.THREE);
        assertThat(story.crs(31)).isEqualTo(Grade.ONE);
    }

    @ParameterizedTest
    @CsvSource({
        "NASAL_CANNULA, 6, TWO",
        "NASAL_CANNULA, 6.1, THREE",
        "HIGH_FLOW_NASAL_CANNULA, 6, TWO",
        "HIGH_FLOW_NASAL_CANNULA, 6.01, THREE",
        "NASAL_CANNULA, 81, TWO",
        "BLOW_BY, 10, TWO",
        "SIMPLE_MASK, 2, THREE",
        "VENTURI_MASK, 4, THREE",
        "NON_REBREATHER, 15, THREE",
        "CPAP, 1, FOUR",
        "BIPAP, 1, FOUR",
        "VENTILATOR, 1, FOUR"
    })
    void aDeviceForHypoxiaGradesByTheTable(OxygenDevice device, String flow, Grade grade) {
        assertThat(febrile().at(11, oxygen(device, flow)).crs(11)).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"NASAL_CANNULA, TWO", "HIGH_FLOW_NASAL_CANNULA, THREE"})
    void anUnknownFlowIsLowForAPlainCannulaAndHighForAHighFlowOne(OxygenDevice device, Grade grade) {
        var story = febrile().at(11, oxygen(device, OxygenReason.HYPOXIA));

        assertThat(story.crs(11)).isEqualTo(grade);
        assertThat(story.at(11.0).crs().flags()).contains(Flag.FLOW_NOT_CHARTED);
    }

    @ParameterizedTest
    @CsvSource({"2, 2, ONE", "2, 2.1, TWO", "8, 7, ONE", "8, 8.5, THREE"})
    void aCannulaUpToTheHomeFlowIsNotHypoxia(String home, String flow, Grade grade) {
        assertThat(febrile()
                        .homeOxygen(home)
                        .at(11, oxygen(OxygenDevice.NASAL_CANNULA, flow))
                        .crs(11))
                .isEqualTo(grade);
    }

    @Test
    void ofTwoDevicesAtOneInstantTheOneThatGradesHigherCounts() {
        var cannula = oxygen(OxygenDevice.NASAL_CANNULA, "2");
        var mask = oxygen(OxygenDevice.SIMPLE_MASK, "8");

        assertThat(febrile().at(11, cannula).at(11, mask).crs(11)).isEqualTo(Grade.THREE);
        assertThat(febrile().at(11, mask).at(11, cannula).crs(11)).isEqualTo(Grade.THREE);
    }

    @Test
    void ofTwoDevicesAtOneInstantTheReportNamesTheOneThatGradesHigher() {
        var cannula = oxygen(OxygenDevice.NASAL_CANNULA, "2");
        var mask = oxygen(OxygenDevice.SIMPLE_MASK, "8");

        for (var story : List.of(
                febrile().at(11, cannula).at(11, mask), febrile().at(11, mask).at(11, cannula))) {
            var charted = story.at(12.0).oxygen().orElseThrow();
            assertThat(charted.at()).isEqualTo(hour(11));
            assertThat(charted.therapy().device()).isEqualTo(OxygenDevice.SIMPLE_MASK);
        }
    }

    @Test
    void aDeviceForComfortDoesNotHideTheOneForHypoxiaOfTheSameInstant() {
        var comfort = oxygen(OxygenDevice.NASAL_CANNULA, OxygenReason.COMFORT);
        var cannula = oxygen(OxygenDevice.NASAL_CANNULA, "2");

        assertThat(febrile().at(11, comfort).at(11, cannula).crs(11)).isEqualTo(Grade.TWO);
        var low = febrile()
                .at(11, comfort)
                .at(11, cannula)
                .at(12, spo2("89"))
                .at(12.0)
                .crs();
        assertThat(low.grade()).isEqualTo(Grade.TWO);
        assertThat(low.flags()).contains(Flag.HYPOXIA_DESPITE_OXYGEN, Flag.HYPOXIA_NOT_CORRECTED);
    }

    @Test
    void twoRecordsOfOneInstantThatDifferOnlyInTheirFlagsBothStand() {
        var report = febrile()
                .at(11, oxygen(OxygenDevice.NASAL_CANNULA, "2"))
                .at(11, oxygen(OxygenDevice.NASAL_CANNULA, OxygenReason.HYPOXIA))
                .at(11.0)
                .crs();

        assertThat(report.flags()).contains(Flag.FLOW_NOT_CHARTED);
    }
}
