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
import static org.assertj.core.api.Assertions.assertThat;

/// Infusions of vasopressors: which one a record is about, and when one runs.
class InfusionsTest {
    @Test
    void startedTwiceAndStoppedOnceItStillRuns() {
        var story = febrile()
                .at(11, norepinephrine(InfusionAction.STARTED))
                .at(12, norepinephrine(InfusionAction.STARTED))
                .at(13, norepinephrine(InfusionAction.STOPPED))
                .at(14, norepinephrine(InfusionAction.STOPPED));

        assertThat(story.crs(13)).isEqualTo(Grade.THREE);
        assertThat(story.crs(hour(14).minus(STEP))).isEqualTo(Grade.THREE);
        assertThat(story.crs(14)).isEqualTo(Grade.ONE);
    }

    @Test
    void theReportNamesTheRunningAgentsByTheirStart() {
        var running = febrile()
                .at(11, started(VasopressorAgent.VASOPRESSIN))
                .at(10.5, norepinephrine(InfusionAction.STARTED))
                .at(12.0)
                .running();

        assertThat(running)
                .containsExactly(
                        new RunningAgent(VasopressorAgent.NOREPINEPHRINE, hour(10.5)),
                        new RunningAgent(VasopressorAgent.VASOPRESSIN, hour(11)));
    }

    @Test
    void aStopNeverTakesTheCountBelowNone() {
        var story = febrile()
                .at(11, norepinephrine(InfusionAction.STOPPED))
                .at(12, norepinephrine(InfusionAction.PAUSED))
                .at(13, norepinephrine(InfusionAction.STARTED));

        assertThat(story.crs(12)).isEqualTo(Grade.ONE);
        assertThat(story.crs(13)).isEqualTo(Grade.THREE);
    }

    @Test
    void anotherSyringeUnderItsOwnIdRunsOn() {
        var story = febrile()
                .at(11, norepinephrine(InfusionAction.STARTED, "a"))
                .at(12, norepinephrine(InfusionAction.STARTED, "b"))
                .at(13, norepinephrine(InfusionAction.STOPPED, "a"))
                .at(14, norepinephrine(InfusionAction.STOPPED, "b"));

        assertThat(story.crs(13)).isEqualTo(Grade.THREE);
        assertThat(story.crs(14)).isEqualTo(Grade.ONE);
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

        assertThat(named.crs(13)).isEqualTo(Grade.THREE);
        assertThat(nameless.crs(12)).isEqualTo(Grade.THREE);
        assertThat(otherAgent.crs(12)).isEqualTo(Grade.THREE);
    }

    @Test
    void withoutAnIdTheDeviceTellsInfusionsApart() {
        var story = febrile()
                .by("pump-1", 11, norepinephrine(InfusionAction.STARTED))
                .by("pump-2", 12, norepinephrine(InfusionAction.STOPPED))
                .at(13, norepinephrine(InfusionAction.STOPPED))
                .by("pump-1", 14, norepinephrine(InfusionAction.STOPPED));

        assertThat(story.crs(13)).isEqualTo(Grade.THREE);
        assertThat(story.crs(14)).isEqualTo(Grade.ONE);
    }

    @Test
    void theIdOfTheInfusionGoesBeforeTheDevice() {
        var moved = febrile()
                .by("pump-1", 11, norepinephrine(InfusionAction.STARTED, "a"))
                .by("pump-2", 12, norepinephrine(InfusionAction.STOPPED, "a"));
        var alike = febrile()
                .at(11, norepinephrine(InfusionAction.STARTED, "a"))
                .by("a", 12, norepinephrine(InfusionAction.STOPPED));

        assertThat(moved.crs(12)).isEqualTo(Grade.ONE);
        assertThat(alike.crs(12)).isEqualTo(Grade.THREE);
    }

    @Test
    void aChangeSaysThatItRuns() {
        var story = febrile()
                .at(11, norepinephrine(InfusionAction.CHANGED))
                .at(12, norepinephrine(InfusionAction.CHANGED))
                .at(13, norepinephrine(InfusionAction.STOPPED));

        assertThat(story.crs(hour(11).minus(STEP))).isEqualTo(Grade.ONE);
        assertThat(story.crs(11)).isEqualTo(Grade.THREE);
        assertThat(story.crs(hour(13).minus(STEP))).isEqualTo(Grade.THREE);
        assertThat(story.crs(13)).isEqualTo(Grade.ONE);
    }

    @Test
    void aStartAndAChangeAtOneInstantAreOneInfusion() {
        var start = norepinephrine(InfusionAction.STARTED);
        var change = norepinephrine(InfusionAction.CHANGED);
        var stop = norepinephrine(InfusionAction.STOPPED);

        assertThat(febrile().at(11, start).at(11, change).at(12, stop).crs(12)).isEqualTo(Grade.ONE);
        assertThat(febrile().at(11, change).at(11, start).at(12, stop).crs(12)).isEqualTo(Grade.ONE);
    }

    @Test
    void aPauseTakesOneAwayAsAStopDoes() {
        var story = febrile()
                .at(11, norepinephrine(InfusionAction.STARTED))
                .at(12, norepinephrine(InfusionAction.PAUSED))
                .at(13, norepinephrine(InfusionAction.CHANGED))
                .at(14, norepinephrine(InfusionAction.STARTED))
                .at(15, norepinephrine(InfusionAction.PAUSED));

        assertThat(story.crs(12)).isEqualTo(Grade.ONE);
        assertThat(story.crs(13)).isEqualTo(Grade.THREE);
        assertThat(story.crs(15)).isEqualTo(Grade.THREE);
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

        assertThat(running.at(12, norepinephrineAtRate(action, rate)).crs(12)).isEqualTo(grade);
        assertThat(never.at(12, norepinephrineAtRate(action, rate)).crs(12)).isEqualTo(grade);
    }

    @Test
    void moreInfusionsThanAPatientCanHaveAreNeverForgotten() {
        var story = febrile();
        IntStream.rangeClosed(1, 65).forEach(pump -> story.at(11, norepinephrine(InfusionAction.STARTED, "" + pump)));
        IntStream.rangeClosed(1, 65).forEach(pump -> story.at(12, norepinephrine(InfusionAction.STOPPED, "" + pump)));

        assertThat(story.crs(12)).isEqualTo(Grade.THREE);
    }

    @Test
    void theSixtyFourthInfusionStillHasItsOwnName() {
        var story = febrile();
        IntStream.rangeClosed(1, 64).forEach(pump -> story.at(11, norepinephrine(InfusionAction.STARTED, "" + pump)));
        IntStream.rangeClosed(1, 64).forEach(pump -> story.at(12, norepinephrine(InfusionAction.STOPPED, "" + pump)));

        assertThat(story.crs(12)).isEqualTo(Grade.ONE);
    }

    @Test
    void anotherStartOfARunningAgentChangesNothing() {
        var story = febrile()
                .at(11, started(VasopressorAgent.NOREPINEPHRINE))
                .at(11, started(VasopressorAgent.EPINEPHRINE))
                .at(11.4, started(VasopressorAgent.EPINEPHRINE));

        assertThat(story.crs(11.5)).isEqualTo(Grade.FOUR);
    }

    @Test
    void aStopActsBeforeAStartAtOneInstant() {
        var story = febrile()
                .at(11, started(VasopressorAgent.NOREPINEPHRINE))
                .at(12, started(VasopressorAgent.EPINEPHRINE))
                .at(12, stopped(VasopressorAgent.EPINEPHRINE));

        assertThat(story.crs(12.4)).isEqualTo(Grade.THREE);
        assertThat(story.crs(12.5)).isEqualTo(Grade.FOUR);
    }
}
