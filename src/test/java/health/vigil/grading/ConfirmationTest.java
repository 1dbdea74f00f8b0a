package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.VasopressorAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.grading.Entries.norepinephrine;
import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.attributed;
import static health.vigil.grading.Story.febrile;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.oxygen;
import static health.vigil.grading.Story.started;
import static health.vigil.grading.Story.temperature;
import static health.vigil.grading.Story.up;
import static org.assertj.core.api.Assertions.assertThat;

/// Support that was not charted for long must be confirmed; its grade stays.
class ConfirmationTest {
    @Test
    void aVasopressorIsAskedAboutFromTwelveHoursOn() {
        var story = febrile().at(11, norepinephrine(InfusionAction.STARTED)).at(30, temperature("38"));

        assertThat(up(story, Flag.CONFIRM_VASOPRESSOR, hour(23).minus(STEP))).isFalse();
        assertThat(up(story, Flag.CONFIRM_VASOPRESSOR, hour(23))).isTrue();
        assertThat(story.crs(50)).isEqualTo(Grade.THREE);
    }

    @Test
    void aRecordOfTheInfusionConfirmsIt() {
        var story =
                febrile().at(11, norepinephrine(InfusionAction.STARTED)).at(20, norepinephrine(InfusionAction.CHANGED));

        assertThat(up(story, Flag.CONFIRM_VASOPRESSOR, hour(32).minus(STEP))).isFalse();
        assertThat(up(story, Flag.CONFIRM_VASOPRESSOR, hour(32))).isTrue();
    }

    @Test
    void aRecordOfAnotherInfusionConfirmsNothing() {
        var story = febrile()
                .at(11, norepinephrine(InfusionAction.STARTED, "a"))
                .at(20, norepinephrine(InfusionAction.STARTED, "b"))
                .at(24, norepinephrine(InfusionAction.STOPPED, "a"));

        assertThat(up(story, Flag.CONFIRM_VASOPRESSOR, hour(23))).isTrue();
        assertThat(up(story, Flag.CONFIRM_VASOPRESSOR, hour(24))).isFalse();
        assertThat(up(story, Flag.CONFIRM_VASOPRESSOR, hour(32))).isTrue();
    }

    @Test
    void startedTwiceAndStoppedOnceIsAskedAboutOnceTwelveHoursHavePassed() {
        var story = febrile()
                .at(11, norepinephrine(InfusionAction.STARTED))
                .at(12, norepinephrine(InfusionAction.STARTED))
                .at(13, norepinephrine(InfusionAction.STOPPED));

        assertThat(up(story, Flag.CONFIRM_VASOPRESSOR, hour(25).minus(STEP))).isFalse();
        assertThat(up(story, Flag.CONFIRM_VASOPRESSOR, hour(25))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "EPHEDRINE, true",
        "VASOPRESSIN, true",
        "TERLIPRESSIN, true",
        "OTHER, true",
        "DOBUTAMINE, false",
        "MIDODRINE, false"
    })
    void whateverCountsAsAVasopressorIsAskedAbout(VasopressorAgent agent, boolean asked) {
        var story = febrile().at(11, started(agent));

        assertThat(up(story, Flag.CONFIRM_VASOPRESSOR, hour(23))).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({"SIMPLE_MASK, HYPOXIA, true", "CPAP, SLEEP_APNOEA, true", "ROOM_AIR, HYPOXIA, false"})
    void oxygenIsAskedAboutFromTwelveHoursOnWhateverItsReason(OxygenDevice device, OxygenReason reason, boolean asked) {
        var story = febrile().at(11, oxygen(device, reason));

        assertThat(up(story, Flag.CONFIRM_OXYGEN, hour(23).minus(STEP))).isFalse();
        assertThat(up(story, Flag.CONFIRM_OXYGEN, hour(23))).isEqualTo(asked);
    }

    @Test
    void oxygenAsAtHomeIsAskedAboutToo() {
        var story = febrile().homeOxygen("2").at(11, oxygen(OxygenDevice.NASAL_CANNULA, "2"));

        assertThat(up(story, Flag.CONFIRM_OXYGEN, hour(23))).isTrue();
    }

    @Test
    void aNewRecordOfOxygenConfirmsIt() {
        var story = febrile()
                .at(11, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA))
                .at(23, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA));

        assertThat(up(story, Flag.CONFIRM_OXYGEN, hour(35).minus(STEP))).isFalse();
        assertThat(up(story, Flag.CONFIRM_OXYGEN, hour(35))).isTrue();
    }

    @Test
    void supportWithAnotherCauseIsAskedAboutToo() {
        var story = febrile()
                .at(11, norepinephrine(InfusionAction.STARTED))
                .at(11, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA))
                .at(22, attributed(Component.HYPOTENSION, 11))
                .at(22, attributed(Component.HYPOXIA, 11));

        assertThat(up(story, Flag.CONFIRM_VASOPRESSOR, hour(23))).isTrue();
        assertThat(up(story, Flag.CONFIRM_OXYGEN, hour(23))).isTrue();
    }

    @Test
    void theQuestionIsAnnouncedAsTheNextChange() {
        var pressor = febrile().at(22, temperature("38")).at(11, norepinephrine(InfusionAction.STARTED));
        var mask = febrile().at(22, temperature("38")).at(11, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA));

        assertThat(pressor.at(22.5).nextChange()).contains(hour(23));
        assertThat(mask.at(22.5).nextChange()).contains(hour(23));
    }
}
