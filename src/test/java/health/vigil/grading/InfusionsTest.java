package health.vigil.grading;

import health.vigil.observation.InfusionAction;
import health.vigil.observation.VasopressorAgent;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.grading.Entries.infusion;
import static health.vigil.grading.Entries.norepinephrine;
import static health.vigil.grading.Entries.norepinephrineAtRate;
import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.febrile;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.started;
import static health.vigil.grading.Story.stopped;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// Infusions of vasopressors: which one a record is about, and when one runs.
class InfusionsTest {
    @Test
    void startedTwiceAndStoppedOnceItStillRuns() {
        var story = febrile()
                .at(11, norepinephrine(InfusionAction.STARTED))
                .at(12, norepinephrine(InfusionAction.STARTED))
                .at(13, norepinephrine(InfusionAction.STOPPED))
                .at(14, norepinephrine(InfusionAction.STOPPED));

        assertEquals(Grade.THREE, story.crs(13));
        assertEquals(Grade.THREE, story.crs(hour(14).minus(STEP)));
        assertEquals(Grade.ONE, story.crs(14));
    }

    @Test
    void aStopNeverTakesTheCountBelowNone() {
        var story = febrile()
                .at(11, norepinephrine(InfusionAction.STOPPED))
                .at(12, norepinephrine(InfusionAction.PAUSED))
                .at(13, norepinephrine(InfusionAction.STARTED));

        assertEquals(Grade.ONE, story.crs(12));
        assertEquals(Grade.THREE, story.crs(13));
    }

    @Test
    void anotherSyringeUnderItsOwnIdRunsOn() {
        var story = febrile()
                .at(11, norepinephrine(InfusionAction.STARTED, "a"))
                .at(12, norepinephrine(InfusionAction.STARTED, "b"))
                .at(13, norepinephrine(InfusionAction.STOPPED, "a"))
                .at(14, norepinephrine(InfusionAction.STOPPED, "b"));

        assertEquals(Grade.THREE, story.crs(13));
        assertEquals(Grade.ONE, story.crs(14));
    }

    @Test
    void aStopEndsOnlyTheInfusionThatItNames() {
        var named = febrile()
                .at(11, norepinephrine(InfusionAction.STARTED, "a"))
                .at(12, norepinephrine(InfusionAction.STOPPED, "b"))
                .at(13, norepinephrine(InfusionAction.STOPPED));
        var nameless = febrile()
                .at(11, norepinephrine(InfusionAction.STARTED))
                .at(12, norepinephrine(InfusionAction.STOPPED, "a"));
        var otherAgent = febrile()
                .at(11, norepinephrine(InfusionAction.STARTED, "a"))
                .at(12, infusion(VasopressorAgent.EPINEPHRINE, InfusionAction.STOPPED, "a"));

        assertEquals(Grade.THREE, named.crs(13));
        assertEquals(Grade.THREE, nameless.crs(12));
        assertEquals(Grade.THREE, otherAgent.crs(12));
    }

    @Test
    void withoutAnIdTheDeviceTellsInfusionsApart() {
        var story = febrile()
                .by("pump-1", 11, norepinephrine(InfusionAction.STARTED))
                .by("pump-2", 12, norepinephrine(InfusionAction.STOPPED))
                .at(13, norepinephrine(InfusionAction.STOPPED))
                .by("pump-1", 14, norepinephrine(InfusionAction.STOPPED));

        assertEquals(Grade.THREE, story.crs(13));
        assertEquals(Grade.ONE, story.crs(14));
    }

    @Test
    void theIdOfTheInfusionGoesBeforeTheDevice() {
        var moved = febrile()
                .by("pump-1", 11, norepinephrine(InfusionAction.STARTED, "a"))
                .by("pump-2", 12, norepinephrine(InfusionAction.STOPPED, "a"));
        var alike = febrile()
                .at(11, norepinephrine(InfusionAction.STARTED, "a"))
                .by("a", 12, norepinephrine(InfusionAction.STOPPED));

        assertEquals(Grade.ONE, moved.crs(12));
        assertEquals(Grade.THREE, alike.crs(12));
    }

    @Test
    void aChangeSaysThatItRuns() {
        var story = febrile()
                .at(11, norepinephrine(InfusionAction.CHANGED))
                .at(12, norepinephrine(InfusionAction.CHANGED))
                .at(13, norepinephrine(InfusionAction.STOPPED));

        assertEquals(Grade.ONE, story.crs(hour(11).minus(STEP)));
        assertEquals(Grade.THREE, story.crs(11));
        assertEquals(Grade.THREE, story.crs(hour(13).minus(STEP)));
        assertEquals(Grade.ONE, story.crs(13));
    }

    @Test
    void aStartAndAChangeAtOneInstantAreOneInfusion() {
        var start = norepinephrine(InfusionAction.STARTED);
        var change = norepinephrine(InfusionAction.CHANGED);
        var stop = norepinephrine(InfusionAction.STOPPED);

        assertEquals(
                Grade.ONE, febrile().at(11, start).at(11, change).at(12, stop).crs(12));
        assertEquals(
                Grade.ONE, febrile().at(11, change).at(11, start).at(12, stop).crs(12));
    }

    @Test
    void aPauseTakesOneAwayAsAStopDoes() {
        var story = febrile()
                .at(11, norepinephrine(InfusionAction.STARTED))
                .at(12, norepinephrine(InfusionAction.PAUSED))
                .at(13, norepinephrine(InfusionAction.CHANGED))
                .at(14, norepinephrine(InfusionAction.STARTED))
                .at(15, norepinephrine(InfusionAction.PAUSED));

        assertEquals(Grade.ONE, story.crs(12));
        assertEquals(Grade.THREE, story.crs(13));
        assertEquals(Grade.THREE, story.crs(15));
    }

    @ParameterizedTest
    @CsvSource({
        "STARTED, 0, ONE",
        "STARTED, 0.00, ONE",
        "STARTED, 0.001, THREE",
        "CHANGED, 0, ONE",
        "CHANGED, 0.001, THREE",
        "STOPPED, 5, ONE",
        "PAUSED, 5, ONE"
    })
    void atARateOfNothingItIsPaused(InfusionAction action, String rate, Grade grade) {
        var running = febrile().at(11, norepinephrine(InfusionAction.STARTED));
        var never = febrile();

        assertEquals(grade, running.at(12, norepinephrineAtRate(action, rate)).crs(12));
        assertEquals(grade, never.at(12, norepinephrineAtRate(action, rate)).crs(12));
    }

    @Test
    void moreInfusionsThanAPatientCanHaveAreNeverForgotten() {
        var story = febrile();
        IntStream.rangeClosed(1, 65).forEach(pump -> story.at(11, norepinephrine(InfusionAction.STARTED, "" + pump)));
        IntStream.rangeClosed(1, 65).forEach(pump -> story.at(12, norepinephrine(InfusionAction.STOPPED, "" + pump)));

        assertEquals(Grade.THREE, story.crs(12));
    }

    @Test
    void theSixtyFourthInfusionStillHasItsOwnName() {
        var story = febrile();
        IntStream.rangeClosed(1, 64).forEach(pump -> story.at(11, norepinephrine(InfusionAction.STARTED, "" + pump)));
        IntStream.rangeClosed(1, 64).forEach(pump -> story.at(12, norepinephrine(InfusionAction.STOPPED, "" + pump)));

        assertEquals(Grade.ONE, story.crs(12));
    }

    @Test
    void anotherStartOfARunningAgentChangesNothing() {
        var story = febrile()
                .at(11, started(VasopressorAgent.NOREPINEPHRINE))
                .at(11, started(VasopressorAgent.EPINEPHRINE))
                .at(11.4, started(VasopressorAgent.EPINEPHRINE));

        assertEquals(Grade.FOUR, story.crs(11.5));
    }

    @Test
    void aStopActsBeforeAStartAtOneInstant() {
        var story = febrile()
                .at(11, started(VasopressorAgent.NOREPINEPHRINE))
                .at(12, started(VasopressorAgent.EPINEPHRINE))
                .at(12, stopped(VasopressorAgent.EPINEPHRINE));

        assertEquals(Grade.THREE, story.crs(12.4));
        assertEquals(Grade.FOUR, story.crs(12.5));
    }
}
