package health.vigil.grading;

import health.vigil.observation.InfusionAction;
import health.vigil.observation.VasopressorAgent;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.grading.Entries.norepinephrine;
import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.febrile;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.started;
import static health.vigil.grading.Story.stopped;
import static org.assertj.core.api.Assertions.assertThat;

/// Agents for the circulation: which are vasopressors, and when two of them are multiple.
class VasopressorsTest {
    private static final Set<Flag> OF_AGENTS =
            EnumSet.of(Flag.VASOPRESSIN_ONLY, Flag.AGENT_NOT_KNOWN, Flag.AGENT_NOT_COUNTED, Flag.INOTROPE_NOT_COUNTED);

    @ParameterizedTest
    @CsvSource({
        "NOREPINEPHRINE, THREE,",
        "EPINEPHRINE, THREE,",
        "PHENYLEPHRINE, THREE,",
        "DOPAMINE, THREE,",
        "ANGIOTENSIN_II, THREE,",
        "METARAMINOL, THREE,",
        "EPHEDRINE, THREE,",
        "VASOPRESSIN, THREE, VASOPRESSIN_ONLY",
        "TERLIPRESSIN, THREE, VASOPRESSIN_ONLY",
        "OTHER, THREE, AGENT_NOT_KNOWN",
        "DOBUTAMINE, ONE, INOTROPE_NOT_COUNTED",
        "MILRINONE, ONE, INOTROPE_NOT_COUNTED",
        "LEVOSIMENDAN, ONE, INOTROPE_NOT_COUNTED",
        "MIDODRINE, ONE, AGENT_NOT_COUNTED",
        "METHYLENE_BLUE, ONE, AGENT_NOT_COUNTED",
        "HYDROXOCOBALAMIN, ONE, AGENT_NOT_COUNTED"
    })
    void anyVasopressorIsGradeThreeAndAnotherAgentIsNone(VasopressorAgent agent, Grade grade, @Nullable Flag flag) {
        var report = febrile().at(11, started(agent)).at(11.0).crs();

        assertThat(report.grade()).isEqualTo(grade);
        assertThat(report.flags().stream().filter(OF_AGENTS::contains).collect(Collectors.toSet()))
                .isEqualTo(flag == null ? Set.of() : Set.of(flag));
    }

    @ParameterizedTest
    @CsvSource({
        "EPINEPHRINE, FOUR",
        "PHENYLEPHRINE, FOUR",
        "DOPAMINE, FOUR",
        "ANGIOTENSIN_II, FOUR",
        "METARAMINOL, FOUR",
        "EPHEDRINE, FOUR",
        "VASOPRESSIN, THREE",
        "TERLIPRESSIN, THREE",
        "OTHER, THREE",
        "DOBUTAMINE, THREE",
        "MILRINONE, THREE",
        "LEVOSIMENDAN, THREE",
        "MIDODRINE, THREE",
        "METHYLENE_BLUE, THREE",
        "HYDROXOCOBALAMIN, THREE"
    })
    void vasopressinTerlipressinAndOthersNeverMakeThemMultiple(VasopressorAgent agent, Grade grade) {
        var story = febrile().at(11, started(VasopressorAgent.NOREPINEPHRINE)).at(11, started(agent));

        assertThat(story.crs(20)).isEqualTo(grade);
    }

    @Test
    void vasopressinOnlyIsFlaggedWithTerlipressinAndWithoutAnyOther() {
        var both = febrile()
                .at(11, started(VasopressorAgent.VASOPRESSIN))
                .at(11, started(VasopressorAgent.TERLIPRESSIN))
                .at(11, started(VasopressorAgent.DOBUTAMINE));

        assertThat(both.at(12.0).crs().flags()).contains(Flag.VASOPRESSIN_ONLY);
        assertThat(both.at(13, started(VasopressorAgent.OTHER)).at(13.0).crs().flags())
                .doesNotContain(Flag.VASOPRESSIN_ONLY);
    }

    @Test
    void twoVasopressorsAreMultipleOnceTheyRanThirtyMinutesTogether() {
        var story = febrile()
                .at(11, started(VasopressorAgent.NOREPINEPHRINE))
                .at(12, started(VasopressorAgent.EPINEPHRINE));
        var multiple = hour(12).plus(Duration.ofMinutes(30));

        assertThat(story.crs(multiple.minus(Story.STEP))).isEqualTo(Grade.THREE);
        assertThat(story.crs(multiple)).isEqualTo(Grade.FOUR);
    }

    @Test
    void ofThreeTheSecondThatStillRunsMeasuresTheOverlap() {
        var story = febrile()
                .at(11, started(VasopressorAgent.NOREPINEPHRINE))
                .at(12, started(VasopressorAgent.EPINEPHRINE))
                .at(12.25, started(VasopressorAgent.DOPAMINE))
                .at(12.3, stopped(VasopressorAgent.NOREPINEPHRINE));

        assertThat(story.crs(12.74)).isEqualTo(Grade.THREE);
        assertThat(story.crs(12.75)).isEqualTo(Grade.FOUR);
    }

    @Test
    void anAgentRunsSinceTheStartOfItsUnbrokenTime() {
        var story = febrile()
                .at(11, norepinephrine(InfusionAction.STARTED, "a"))
                .at(12, started(VasopressorAgent.EPINEPHRINE))
                .at(12.1, norepinephrine(InfusionAction.STARTED, "b"))
                .at(12.2, norepinephrine(InfusionAction.STOPPED, "a"));

        assertThat(story.crs(hour(12.5).minus(STEP))).isEqualTo(Grade.THREE);
        assertThat(story.crs(12.5)).isEqualTo(Grade.FOUR);
    }

    @Test
    void aBreakOfAMicrosecondBeginsTheTimeTogetherAnew() {
        var again = hour(13).plus(STEP);
        var story = febrile()
                .at(11, started(VasopressorAgent.EPINEPHRINE))
                .at(11, norepinephrine(InfusionAction.STARTED, "a"))
                .at(13, norepinephrine(InfusionAction.STOPPED, "a"))
                .at(again, norepinephrine(InfusionAction.STARTED, "b"));

        assertThat(story.crs(hour(13).minus(STEP))).isEqualTo(Grade.FOUR);
        assertThat(story.crs(13)).isEqualTo(Grade.THREE);
        assertThat(story.crs(again.plus(Duration.ofMinutes(30)).minus(STEP))).isEqualTo(Grade.THREE);
        assertThat(story.crs(again.plus(Duration.ofMinutes(30)))).isEqualTo(Grade.FOUR);
    }

    @Test
    void aChangeOfLineAtOneInstantBreaksNothing() {
        var story = febrile()
                .at(11, started(VasopressorAgent.EPINEPHRINE))
                .at(11, norepinephrine(InfusionAction.STARTED, "a"))
                .at(13, norepinephrine(InfusionAction.STARTED, "b"))
                .at(13, norepinephrine(InfusionAction.STOPPED, "a"));

        assertThat(story.crs(13)).isEqualTo(Grade.FOUR);
    }

    @Test
    void aSyringeThatIsChangedAtOneInstantDoesNotBreakTheTimeTogether() {
        var story = febrile()
                .at(11, started(VasopressorAgent.NOREPINEPHRINE))
                .at(11, started(VasopressorAgent.EPINEPHRINE))
                .at(12, started(VasopressorAgent.EPINEPHRINE))
                .at(12, stopped(VasopressorAgent.EPINEPHRINE));

        assertThat(story.crs(11.9)).isEqualTo(Grade.FOUR);
        assertThat(story.crs(12)).isEqualTo(Grade.FOUR);
        assertThat(story.crs(12.4)).isEqualTo(Grade.FOUR);
    }
}
