package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.FluidReason;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.VasopressorAgent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static health.vigil.grading.Entries.oxygenWithoutReason;
import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.attributed;
import static health.vigil.grading.Story.bolus;
import static health.vigil.grading.Story.febrile;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.oxygen;
import static health.vigil.grading.Story.spo2;
import static health.vigil.grading.Story.started;
import static health.vigil.grading.Story.systolic;
import static health.vigil.grading.Story.temperature;
import static org.assertj.core.api.Assertions.assertThat;

/// When hypotension and hypoxia count, and the reasons shown while they do not.
class GateTest {
    private static Story afebrile() {
        return Story.begin().at(10, temperature("37"));
    }

    private static boolean masked(SyndromeReport report) {
        return report.flags().contains(Flag.POSSIBLE_MASKED_CRS);
    }

    @Test
    void aVasopressorWithoutFeverIsForAPhysicianToJudge() {
        var report = afebrile()
                .at(11, started(VasopressorAgent.VASOPRESSIN))
                .at(11.0)
                .crs();

        assertThat(report.grade()).isEqualTo(Grade.UNKNOWN);
        assertThat(report.reason().orElseThrow())
                .isEqualTo("treated hypotension or hypoxia without fever: a physician has to say whether this is CRS");
        assertThat(masked(report)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"DOBUTAMINE", "MIDODRINE"})
    void anAgentThatIsNoVasopressorIsNoTreatedHypotension(VasopressorAgent agent) {
        var report = afebrile().at(11, started(agent)).at(11.0).crs();

        assertThat(report.grade()).isEqualTo(Grade.ZERO);
        assertThat(masked(report)).isFalse();
    }

    @Test
    void aBolusWithoutFeverIsForAPhysicianToJudgeWhileItsWindowLasts() {
        var story = afebrile().at(11, bolus(FluidReason.HYPOTENSION)).at(11, bolus(FluidReason.HYDRATION));

        assertThat(story.crs(hour(17))).isEqualTo(Grade.UNKNOWN);
        assertThat(story.crs(hour(17).plus(STEP))).isEqualTo(Grade.ZERO);
        assertThat(afebrile().at(11, bolus(FluidReason.HYDRATION)).crs(11)).isEqualTo(Grade.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "NASAL_CANNULA, HYPOXIA, UNKNOWN",
        "OTHER, HYPOXIA, UNKNOWN",
        "VENTILATOR, HYPOXIA, UNKNOWN",
        "VENTILATOR, AIRWAY_PROTECTION, ZERO",
        "CPAP, SLEEP_APNOEA, ZERO",
        "ROOM_AIR, HYPOXIA, ZERO"
    })
    void oxygenForHypoxiaWithoutFeverIsForAPhysicianToJudge(OxygenDevice device, OxygenReason reason, Grade grade) {
        assertThat(afebrile().at(11, oxygen(device, reason)).crs(11)).isEqualTo(grade);
    }

    @Test
    void oxygenWhoseReasonNobodyChartedIsForAPhysicianToJudge() {
        assertThat(afebrile()
                        .at(11, oxygenWithoutReason(OxygenDevice.SIMPLE_MASK))
                        .crs(11))
                .isEqualTo(Grade.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"2, ZERO", "2.1, UNKNOWN"})
    void oxygenAsAtHomeIsNoTreatedHypoxia(String flow, Grade grade) {
        assertThat(afebrile()
                        .homeOxygen("2")
                        .at(11, oxygen(OxygenDevice.NASAL_CANNULA, flow))
                        .crs(11))
                .isEqualTo(grade);
    }

    @Test
    void readingsAloneWithoutFeverAreNoGradeAndFlagged() {
        var pressure = afebrile().at(11, systolic("60")).at(11.0).crs();
        var saturation = afebrile().at(11, spo2("60")).at(11.0).crs();
        var comfort = afebrile()
                .at(11, oxygen(OxygenDevice.NASAL_CANNULA, OxygenReason.COMFORT))
                .at(11, spo2("60"))
                .at(11.0)
                .crs();

        for (var report : List.of(pressure, saturation, comfort)) {
            assertThat(report.grade()).isEqualTo(Grade.ZERO);
            assertThat(masked(report)).isTrue();
        }
    }

    @Test
    void eachTreatedComponentIsAnsweredByItsOwnAttribution() {
        var hypotension = attributed(Component.HYPOTENSION, 11);
        var hypoxia = attributed(Component.HYPOXIA, 11);

        assertThat(supported().crs(11)).isEqualTo(Grade.UNKNOWN);
        assertThat(supported().at(11, hypotension).crs(11)).isEqualTo(Grade.UNKNOWN);
        assertThat(supported().at(11, hypoxia).crs(11)).isEqualTo(Grade.UNKNOWN);
        assertThat(supported().at(11, hypotension).at(11, hypoxia).crs(11)).isEqualTo(Grade.ZERO);
        assertThat(masked(
                        supported().at(11, hypotension).at(11, hypoxia).at(11.0).crs()))
                .isFalse();
    }

    private static Story supported() {
        return afebrile()
                .at(11, started(VasopressorAgent.NOREPINEPHRINE))
                .at(11, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA));
    }

    @Test
    void aBolusIsAnsweredByAnAttributionToo() {
        var story = afebrile().at(11, bolus(FluidReason.HYPOTENSION)).at(11, attributed(Component.HYPOTENSION, 11));

        assertThat(story.crs(11)).isEqualTo(Grade.ZERO);
    }

    @Test
    void whereAPhysicianHasToJudgeThatIsTheReasonWithoutATemperatureToo() {
        var report = Story.begin()
                .at(11, started(VasopressorAgent.NOREPINEPHRINE))
                .at(11.0)
                .crs();

        assertThat(report.grade()).isEqualTo(Grade.UNKNOWN);
        assertThat(report.reason().orElseThrow()).startsWith("treated hypotension or hypoxia");
    }

    @Test
    void aVasopressorThatOutlivesTheFeverIsForAPhysicianToJudge() {
        var story = febrile().at(20, started(VasopressorAgent.NOREPINEPHRINE)).at(33, temperature("37"));

        assertThat(story.crs(hour(34))).isEqualTo(Grade.THREE);
        assertThat(story.crs(hour(34).plus(STEP))).isEqualTo(Grade.UNKNOWN);
    }

    @Test
    void feverOpensTheGateForWhatWasThereBefore() {
        var story = supported().at(12, temperature("38"));

        assertThat(story.crs(12)).isEqualTo(Grade.THREE);
        assertThat(masked(story.at(12.0).crs())).isFalse();
    }

    @Test
    void feverEndsTheMask() {
        var story = Story.begin().at(11, systolic("80")).at(12, temperature("38"));

        assertThat(masked(story.at(12.0).crs())).isFalse();
    }
}
