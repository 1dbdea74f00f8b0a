package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.Content;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.VasopressorAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.grading.Entries.seizing;
import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.attributed;
import static health.vigil.grading.Story.febrile;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.ice;
import static health.vigil.grading.Story.oxygen;
import static health.vigil.grading.Story.retracted;
import static health.vigil.grading.Story.roomAir;
import static health.vigil.grading.Story.started;
import static health.vigil.grading.Story.stopped;
import static health.vigil.grading.Story.temperature;
import static health.vigil.grading.Story.up;
import static org.assertj.core.api.Assertions.assertThat;

/// A signed attribution: which components it sets to zero, from when, and when it ends.
class AttributionTest {
    private static Content signed(Component component, double from) {
        return attributed(component, from);
    }

    private static Story supported() {
        return Story.begin()
                .at(10, started(VasopressorAgent.DOPAMINE))
                .at(10, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA))
                .at(30, temperature("38"));
    }

    @ParameterizedTest
    @CsvSource({"HYPOTENSION, HYPOXIA", "HYPOXIA, HYPOTENSION"})
    void oneOfHypotensionOrHypoxiaEndsADayAfterItsSignature(Component component, Component other) {
        var story = supported()
                .at(12, signed(other, 12))
                .at(12, signed(component, 12))
                .at(35, signed(other, 35));

        assertThat(story.crs(hour(36).minus(STEP))).isEqualTo(Grade.ONE);
        assertThat(story.crs(hour(36))).isEqualTo(Grade.THREE);
        assertThat(up(story, Flag.attributed(component), hour(36))).isFalse();
        assertThat(up(story, Flag.attributed(other), hour(36))).isTrue();
    }

    @Test
    void itsOwnTimeAndNotItsBeginningIsCounted() {
        var story = Story.begin()
                .at(10, started(VasopressorAgent.DOPAMINE))
                .at(30, temperature("38"))
                .at(20, signed(Component.HYPOTENSION, 12));
        var never = Story.begin()
                .at(10, started(VasopressorAgent.DOPAMINE))
                .at(30, temperature("38"))
                .at(12, signed(Component.HYPOTENSION, 36));

        assertThat(story.crs(hour(44).minus(STEP))).isEqualTo(Grade.ONE);
        assertThat(story.crs(hour(44))).isEqualTo(Grade.THREE);
        assertThat(never.crs(36)).isEqualTo(Grade.THREE);
        assertThat(up(never, Flag.ATTRIBUTED_HYPOTENSION, hour(36))).isFalse();
        assertThat(up(never, Flag.ATTRIBUTION_ENDED, hour(36))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"20, 20", "36, 36", "37, 36", "100, 36"})
    void theEarlierOfItsEndAndTheLimitEndsIt(double until, double end) {
        var story = Story.begin()
                .at(10, temperature("38"))
                .at(30, temperature("38"))
                .at(11, started(VasopressorAgent.DOPAMINE))
                .at(12, attributed(Component.HYPOTENSION, 12, until));

        assertThat(story.crs(hour(end).minus(STEP))).isEqualTo(Grade.ONE);
        assertThat(story.crs(hour(end))).isEqualTo(Grade.THREE);
    }

    @Test
    void aFeverIsAttributedUpToTheLimit() {
        var inside = hour(36).minus(STEP);
        var story = Story.begin().at(12, signed(Component.FEVER, 12)).at(inside, temperature("39"));
        var after = Story.begin().at(12, signed(Component.FEVER, 12)).at(36, temperature("39"));

        assertThat(story.crs(inside)).isEqualTo(Grade.ZERO);
        assertThat(story.crs(40)).isEqualTo(Grade.ZERO);
        assertThat(after.crs(36)).isEqualTo(Grade.ONE);
    }

    @Test
    void theDomainsOfIcansHaveNoLimit() {
        var story = Story.begin()
                .at(10, seizing("6"))
                .at(10, signed(Component.SEIZURE, 10))
                .at(990, ice(10));

        assertThat(story.icans(1000)).isEqualTo(Grade.ZERO);
    }

    @Test
    void anotherSignatureRenewsIt() {
        var story = supported()
                .at(12, signed(Component.HYPOXIA, 12))
                .at(12, signed(Component.HYPOTENSION, 12))
                .at(30, signed(Component.HYPOXIA, 30))
                .at(30, signed(Component.HYPOTENSION, 36));

        assertThat(story.crs(hour(54).minus(STEP))).isEqualTo(Grade.ONE);
        assertThat(up(story, Flag.ATTRIBUTION_ENDED, hour(36))).isFalse();
        assertThat(story.crs(54)).isEqualTo(Grade.THREE);
        assertThat(up(story, Flag.ATTRIBUTION_ENDED, hour(54))).isTrue();
    }

    @Test
    void whereItEndedWhileTheComponentCountsThatIsFlagged() {
        var story = Story.begin()
                .at(10, started(VasopressorAgent.DOPAMINE))
                .at(12, signed(Component.HYPOTENSION, 12))
                .at(30, temperature("38"));

        assertThat(up(story, Flag.ATTRIBUTION_ENDED, hour(36).minus(STEP))).isFalse();
        assertThat(up(story, Flag.ATTRIBUTION_ENDED, hour(36))).isTrue();
    }

    @Test
    void whereItEndedAndTheComponentDoesNotCountNothingIsFlagged() {
        var story = Story.begin()
                .at(10, started(VasopressorAgent.DOPAMINE))
                .at(12, signed(Component.HYPOTENSION, 12))
                .at(30, stopped(VasopressorAgent.DOPAMINE));

        assertThat(up(story, Flag.ATTRIBUTION_ENDED, hour(36))).isFalse();
    }

    @Test
    void whereItEndedWhileHypoxiaCountsThatIsFlagged() {
        var story = Story.begin()
                .at(10, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA))
                .at(12, signed(Component.HYPOXIA, 12))
                .at(30, temperature("38"));

        assertThat(up(story, Flag.ATTRIBUTION_ENDED, hour(36).minus(STEP))).isFalse();
        assertThat(up(story, Flag.ATTRIBUTION_ENDED, hour(36))).isTrue();
    }

    @Test
    void whereItEndedAndHypoxiaDoesNotCountNothingIsFlagged() {
        var story = Story.begin()
                .at(10, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA))
                .at(12, signed(Component.HYPOXIA, 12))
                .at(30, roomAir());

        assertThat(up(story, Flag.ATTRIBUTION_ENDED, hour(36))).isFalse();
    }

    @Test
    void aNewRecordOfTheComponentTakesTheFlagAway() {
        var pressor = Story.begin()
                .at(10, started(VasopressorAgent.DOPAMINE))
                .at(12, signed(Component.HYPOTENSION, 12))
                .at(40, started(VasopressorAgent.DOPAMINE));
        var mask = Story.begin()
                .at(10, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA))
                .at(12, signed(Component.HYPOXIA, 12))
                .at(36, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA));

        assertThat(up(pressor, Flag.ATTRIBUTION_ENDED, hour(40).minus(STEP))).isTrue();
        assertThat(up(pressor, Flag.ATTRIBUTION_ENDED, hour(40))).isFalse();
        assertThat(up(mask, Flag.ATTRIBUTION_ENDED, hour(36))).isFalse();
    }

    @Test
    void anAttributionOfFeverThatEndedIsFlaggedWhileTheFeverWouldCount() {
        var story = Story.begin().at(12, signed(Component.FEVER, 12)).at(30, temperature("39"));

        assertThat(up(story, Flag.ATTRIBUTION_ENDED, hour(36).minus(STEP))).isFalse();
        assertThat(up(story, Flag.ATTRIBUTION_ENDED, hour(36))).isTrue();
        assertThat(up(story, Flag.ATTRIBUTION_ENDED, hour(54))).isTrue();
        assertThat(up(story, Flag.ATTRIBUTION_ENDED, hour(54).plus(STEP))).isFalse();
        assertThat(up(story.at(37, temperature("37")), Flag.ATTRIBUTION_ENDED, hour(37)))
                .isFalse();
    }

    @Test
    void theEndIsAnnounced() {
        var story = Story.begin()
                .at(10, started(VasopressorAgent.DOPAMINE))
                .at(12, signed(Component.HYPOTENSION, 12))
                .at(30, temperature("38"));

        assertThat(story.at(34.0).nextChange()).contains(hour(36));
    }

    @Test
    void aRetractedAttributionActsOnNothing() {
        var story = Story.begin()
                .at(10, temperature("38"))
                .at(10, started(VasopressorAgent.DOPAMINE))
                .at(12, signed(Component.HYPOTENSION, 9))
                .at(13, retracted("o-3"));

        assertThat(story.crs(10)).isEqualTo(Grade.THREE);
    }

    @Test
    void feverInsideAnAttributionNeverCounts() {
        var story = Story.begin().at(10, temperature("39")).at(11, attributed(Component.FEVER, 9, 12));

        assertThat(story.crs(10)).isEqualTo(Grade.ZERO);
        assertThat(story.crs(13)).isEqualTo(Grade.ZERO);
        assertThat(story.at(10.0).crs().flags()).contains(Flag.ATTRIBUTED_FEVER);
    }

    @Test
    void feverBeforeAnAttributionKeepsItsWindow() {
        var story = febrile().at(12, attributed(Component.FEVER, 11));

        assertThat(story.crs(34)).isEqualTo(Grade.ONE);
    }

    @Test
    void anAttributedComponentIsZeroFromItsBeginningUpToItsEnd() {
        var story =
                febrile().at(11, started(VasopressorAgent.DOPAMINE)).at(20, attributed(Component.HYPOTENSION, 12, 14));

        assertThat(story.crs(hour(12).minus(Story.STEP))).isEqualTo(Grade.THREE);
        assertThat(story.crs(hour(12))).isEqualTo(Grade.ONE);
        assertThat(story.crs(hour(14).minus(Story.STEP))).isEqualTo(Grade.ONE);
        assertThat(story.crs(hour(14))).isEqualTo(Grade.THREE);
    }

    @Test
    void aFeverThatAnAttributionRemovedIsFlaggedWhileItWouldCount() {
        var story = Story.begin().at(1, attributed(Component.FEVER, 10, 12)).at(11, temperature("39"));

        assertThat(up(story, Flag.ATTRIBUTED_FEVER, hour(35))).isTrue();
        assertThat(up(story, Flag.ATTRIBUTED_FEVER, hour(35).plus(STEP))).isFalse();
    }
}
