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
import static org.assertj.core.api.Assertions.assertThat;

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

        assertThat(within.crs(12)).isEqualTo(Grade.TWO);
        assertThat(single(within, 11)).isTrue();
        assertThat(single(within, 12)).isFalse();
        assertThat(single(early, 12)).isTrue();
    }

    @Test
    void aNormalPressureBetweenTwoLowOnesUnconfirmsNothing() {
        var story = febrile().at(11.1, systolic("88")).at(11.5, systolic("120")).at(12, systolic("88"));

        assertThat(single(story, 12)).isFalse();
    }

    @Test
    void aNormalPressureConfirmsNothing() {
        assertThat(single(febrile().at(11.5, systolic("90")).at(12, systolic("89")), 12))
                .isTrue();
    }

    @Test
    void aNormalPressureBesideAVasopressorIsNoSingleReading() {
        var story = febrile().at(11, started(VasopressorAgent.VASOPRESSIN)).at(12, systolic("120"));

        assertThat(story.crs(12).number().orElseThrow()).isGreaterThanOrEqualTo(2);
        assertThat(single(story, 12)).isFalse();
    }

    @Test
    void onlyTheLowReadingIsAskedAbout() {
        var story = febrile().at(11, systolic("120")).at(11.5, spo2("89"));

        assertThat(single(story, 11.5)).isTrue();
        assertThat(story.at(11.5).unconfirmed())
                .extracting(UnconfirmedRecord::kind)
                .containsExactly(UnconfirmedRecord.RecordKind.SPO2);
    }

    @Test
    void anotherLowPressureOfTheSameInstantConfirmsNothing() {
        assertThat(single(febrile().at(12, systolic("88")).at(12, systolic("87")), 12))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"85, '', true", "84.9, '', false", "88, 60, true", "88, 59.9, false"})
    void aPressureUnderAnAbsoluteLimitNeedsNoSecond(String systolic, String mean, boolean flagged) {
        var story = febrile().at(12, pressures(systolic, "", mean));

        assertThat(story.crs(12)).isEqualTo(Grade.TWO);
        assertThat(single(story, 12)).isEqualTo(flagged);
    }

    @Test
    void aBolusForHypotensionInItsWindowIsASecondReason() {
        var story = febrile().at(12, bolus(FluidReason.HYPOTENSION)).at(12, systolic("88"));

        assertThat(single(story, hour(18))).isFalse();
        assertThat(single(story, hour(18).plus(STEP))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"89.9, true", "85, true", "84.9, false"})
    void aLowSpo2From85OnAsksForASecond(String spo2, boolean flagged) {
        assertThat(single(febrile().at(12, spo2(spo2)), 12)).isEqualTo(flagged);
        assertThat(single(febrile().at(11, roomAir()).at(12, spo2(spo2)), 12)).isEqualTo(flagged);
    }

    @Test
    void aSecondLowSpo2InTheHourBeforeConfirms() {
        var early = febrile().at(hour(11).minus(STEP), spo2("89")).at(12, spo2("89"));
        var within = febrile().at(11, spo2("89")).at(12, spo2("89"));
        var between = febrile().at(11.1, spo2("89")).at(11.5, spo2("95")).at(12, spo2("89"));
        var normal = febrile().at(11.5, spo2("90")).at(12, spo2("89"));
        var sameInstant = febrile().at(12, spo2("89")).at(12, spo2("88"));

        assertThat(single(within, 11)).isTrue();
        assertThat(single(within, 12)).isFalse();
        assertThat(single(early, 12)).isTrue();
        assertThat(single(between, 12)).isFalse();
        assertThat(single(normal, 12)).isTrue();
        assertThat(single(sameInstant, 12)).isTrue();
    }

    @Test
    void aLowSpo2OnOxygenOfAnyKindIsNoSingleReading() {
        assertThat(single(
                        febrile()
                                .at(11, oxygen(OxygenDevice.NASAL_CANNULA, OxygenReason.COMFORT))
                                .at(12, spo2("89")),
                        12))
                .isFalse();
        assertThat(single(
                        febrile()
                                .at(11, oxygen(OxygenDevice.NASAL_CANNULA, OxygenReason.HYPOXIA))
                                .at(12, spo2("89")),
                        12))
                .isFalse();
    }

    @Test
    void everyComponentThatIsTwoHasToRestOnOneReading() {
        var both = febrile().at(12, systolic("88")).at(12, spo2("89"));
        var oneConfirmed =
                febrile().at(11.5, systolic("88")).at(12, systolic("88")).at(12, spo2("89"));
        var otherConfirmed =
                febrile().at(11.5, spo2("89")).at(12, systolic("88")).at(12, spo2("89"));

        assertThat(single(both, 12)).isTrue();
        assertThat(single(oneConfirmed, 12)).isFalse();
        assertThat(single(otherConfirmed, 12)).isFalse();
    }

    @Test
    void aConfirmedComponentThatIsAttributedConfirmsNothing() {
        var story = febrile()
                .at(11.5, systolic("88"))
                .at(12, systolic("88"))
                .at(12, spo2("89"))
                .at(12, attributed(Component.HYPOTENSION, 12));

        assertThat(story.crs(12)).isEqualTo(Grade.TWO);
        assertThat(single(story, 12)).isTrue();
    }

    @Test
    void onlyAGradeOfTwoIsFlagged() {
        var afebrile = Story.begin().at(10, temperature("37")).at(12, systolic("88"));
        var supported = febrile().at(12, systolic("88")).at(12, started(VasopressorAgent.NOREPINEPHRINE));

        assertThat(single(afebrile, 12)).isFalse();
        assertThat(single(supported, 12)).isFalse();
    }

    @Test
    void theFlagGoesWithTheReading() {
        var story = febrile().at(12, systolic("88"));

        assertThat(single(story, hour(24))).isTrue();
        assertThat(single(story, hour(24).plus(STEP))).isFalse();
    }
}
