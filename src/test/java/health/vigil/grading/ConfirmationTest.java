package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.VasopressorAgent;
import java.util.Optional;
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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Support that nobody has charted for long is asked about; its grade stays.
class ConfirmationTest {
    @Test
    void aVasopressorIsAskedAboutFromTwelveHoursOn() {
        var story = febrile().at(11, norepinephrine(InfusionAction.STARTED)).at(30, temperature("38"));

        assertFalse(up(story, Flag.CONFIRM_VASOPRESSOR, hour(23).minus(STEP)));
        assertTrue(up(story, Flag.CONFIRM_VASOPRESSOR, hour(23)));
        assertEquals(Grade.THREE, story.crs(50));
    }

    @Test
    void aRecordOfTheInfusionConfirmsIt() {
        var story =
                febrile().at(11, norepinephrine(InfusionAction.STARTED)).at(20, norepinephrine(InfusionAction.CHANGED));

        assertFalse(up(story, Flag.CONFIRM_VASOPRESSOR, hour(32).minus(STEP)));
        assertTrue(up(story, Flag.CONFIRM_VASOPRESSOR, hour(32)));
    }

    @Test
    void aRecordOfAnotherInfusionConfirmsNothing() {
        var story = febrile()
                .at(11, norepinephrine(InfusionAction.STARTED, "a"))
                .at(20, norepinephrine(InfusionAction.STARTED, "b"))
                .at(24, norepinephrine(InfusionAction.STOPPED, "a"));

        assertTrue(up(story, Flag.CONFIRM_VASOPRESSOR, hour(23)));
        assertFalse(up(story, Flag.CONFIRM_VASOPRESSOR, hour(24)));
        assertTrue(up(story, Flag.CONFIRM_VASOPRESSOR, hour(32)));
    }

    @Test
    void startedTwiceAndStoppedOnceIsAskedAboutOnceTwelveHoursHavePassed() {
        var story = febrile()
                .at(11, norepinephrine(InfusionAction.STARTED))
                .at(12, norepinephrine(InfusionAction.STARTED))
                .at(13, norepinephrine(InfusionAction.STOPPED));

        assertFalse(up(story, Flag.CONFIRM_VASOPRESSOR, hour(25).minus(STEP)));
        assertTrue(up(story, Flag.CONFIRM_VASOPRESSOR, hour(25)));
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

        assertEquals(asked, up(story, Flag.CONFIRM_VASOPRESSOR, hour(23)));
    }

    @ParameterizedTest
    @CsvSource({"SIMPLE_MASK, HYPOXIA, true", "CPAP, SLEEP_APNOEA, true", "ROOM_AIR, HYPOXIA, false"})
    void oxygenIsAskedAboutFromTwelveHoursOnWhateverItsReason(OxygenDevice device, OxygenReason reason, boolean asked) {
        var story = febrile().at(11, oxygen(device, reason));

        assertFalse(up(story, Flag.CONFIRM_OXYGEN, hour(23).minus(STEP)));
        assertEquals(asked, up(story, Flag.CONFIRM_OXYGEN, hour(23)));
    }

    @Test
    void oxygenAsAtHomeIsAskedAboutToo() {
        var story = febrile().homeOxygen("2").at(11, oxygen(OxygenDevice.NASAL_CANNULA, "2"));

        assertTrue(up(story, Flag.CONFIRM_OXYGEN, hour(23)));
    }

    @Test
    void aNewRecordOfOxygenConfirmsIt() {
        var story = febrile()
                .at(11, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA))
                .at(23, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA));

        assertFalse(up(story, Flag.CONFIRM_OXYGEN, hour(35).minus(STEP)));
        assertTrue(up(story, Flag.CONFIRM_OXYGEN, hour(35)));
    }

    @Test
    void supportWithAnotherCauseIsAskedAboutToo() {
        var story = febrile()
                .at(11, norepinephrine(InfusionAction.STARTED))
                .at(11, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA))
                .at(22, attributed(Component.HYPOTENSION, 11))
                .at(22, attributed(Component.HYPOXIA, 11));

        assertTrue(up(story, Flag.CONFIRM_VASOPRESSOR, hour(23)));
        assertTrue(up(story, Flag.CONFIRM_OXYGEN, hour(23)));
    }

    @Test
    void theQuestionIsAnnouncedAsTheNextChange() {
        var pressor = febrile().at(22, temperature("38")).at(11, norepinephrine(InfusionAction.STARTED));
        var mask = febrile().at(22, temperature("38")).at(11, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA));

        assertEquals(Optional.of(hour(23)), pressor.at(22.5).nextChange());
        assertEquals(Optional.of(hour(23)), mask.at(22.5).nextChange());
    }
}
