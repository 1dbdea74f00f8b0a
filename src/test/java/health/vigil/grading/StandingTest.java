package health.vigil.grading;

import health.vigil.observation.Consciousness;
import health.vigil.observation.Content;
import health.vigil.observation.DeathCause;
import health.vigil.observation.Drug;
import health.vigil.observation.Finding;
import health.vigil.observation.FluidReason;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.VasopressorAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static health.vigil.grading.Entries.norepinephrine;
import static health.vigil.grading.Entries.opened;
import static health.vigil.grading.Entries.seized;
import static health.vigil.grading.Entries.seizing;
import static health.vigil.grading.Story.INFUSION;
import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.bolus;
import static health.vigil.grading.Story.died;
import static health.vigil.grading.Story.finding;
import static health.vigil.grading.Story.given;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.ice;
import static health.vigil.grading.Story.oxygen;
import static health.vigil.grading.Story.roomAir;
import static health.vigil.grading.Story.spo2;
import static health.vigil.grading.Story.started;
import static health.vigil.grading.Story.systolic;
import static health.vigil.grading.Story.temperature;
import static health.vigil.grading.Story.wakes;
import static org.assertj.core.api.Assertions.assertThat;

/// Support and findings that stand at the infusion count from it on. Nothing else from before counts.
class StandingTest {
    private static final Instant JUST_BEFORE = INFUSION.minus(STEP);

    private static Grade withFever(Story story) {
        return story.at(0, temperature("38")).crs(0);
    }

    @Test
    void oxygenThatStandsCountsFromTheInfusionOn() {
        var mask = oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA);

        assertThat(withFever(Story.begin().at(-5, mask))).isEqualTo(Grade.THREE);
        assertThat(withFever(Story.begin().at(JUST_BEFORE, mask))).isEqualTo(Grade.THREE);
        assertThat(withFever(Story.begin().at(-5, mask).at(-1, roomAir()))).isEqualTo(Grade.ONE);
        assertThat(Story.begin().at(-5, mask).at(0, temperature("37")).crs(0)).isEqualTo(Grade.UNKNOWN);
    }

    @Test
    void aVasopressorThatRunsCountsFromTheInfusionOn() {
        var started = norepinephrine(InfusionAction.STARTED, "a");

        assertThat(Story.begin().at(-5, started).crs(JUST_BEFORE)).isEqualTo(Grade.UNKNOWN);
        assertThat(withFever(Story.begin().at(-5, started))).isEqualTo(Grade.THREE);
        assertThat(withFever(Story.begin().at(-5, started).at(-1, norepinephrine(InfusionAction.STOPPED, "a"))))
                .isEqualTo(Grade.ONE);
        assertThat(withFever(Story.begin()
                        .at(-5, started)
                        .at(-4, norepinephrine(InfusionAction.STARTED, "b"))
                        .at(-1, norepinephrine(InfusionAction.STOPPED, "a"))))
                .isEqualTo(Grade.THREE);
    }

    @Test
    void theTimeTogetherRunsFromBeforeTheInfusion() {
        var story = Story.begin()
                .at(-1, started(VasopressorAgent.NOREPINEPHRINE))
                .at(-0.25, started(VasopressorAgent.EPINEPHRINE))
                .at(0, temperature("38"));
        var multiple = INFUSION.plus(Duration.ofMinutes(15));

        assertThat(story.crs(INFUSION)).isEqualTo(Grade.THREE);
        assertThat(story.crs(multiple.minus(STEP))).isEqualTo(Grade.THREE);
        assertThat(story.crs(multiple)).isEqualTo(Grade.FOUR);
        assertThat(withFever(Story.begin()
                        .at(-1, started(VasopressorAgent.NOREPINEPHRINE))
                        .at(-0.5, started(VasopressorAgent.EPINEPHRINE))))
                .isEqualTo(Grade.FOUR);
    }

    @Test
    void aFindingThatIsPresentCountsFromTheInfusionOn() {
        var present = finding(Finding.PAPILLOEDEMA, true);
        var story = Story.begin().at(-5, present).at(3, finding(Finding.PAPILLOEDEMA, false));

        assertThat(story.icans(JUST_BEFORE)).isEqualTo(Grade.UNKNOWN);
        assertThat(story.icans(INFUSION)).isEqualTo(Grade.FOUR);
        assertThat(story.icans(3)).isEqualTo(Grade.UNKNOWN);
        assertThat(Story.begin()
                        .at(-5, present)
                        .at(-1, finding(Finding.PAPILLOEDEMA, false))
                        .icans(0))
                .isEqualTo(Grade.UNKNOWN);
    }

    @Test
    void theReasonShowsItsOwnTime() {
        var report = Story.begin()
                .at(-5, started(VasopressorAgent.DOPAMINE))
                .at(0, temperature("38"))
                .at(0.0)
                .crs();

        assertThat(report.basis().getFirst().effectiveAt().orElseThrow()).isEqualTo(hour(-5));
    }

    @Test
    void thePeakIsReachedNoEarlierThanTheInfusion() {
        var peak = Story.begin()
                .at(-5, finding(Finding.PAPILLOEDEMA, true))
                .at(1.0)
                .icans()
                .peak();

        assertThat(peak).contains(new Peak(Grade.FOUR, INFUSION));
    }

    @Test
    void supportFromBeforeTheInfusionIsAskedAboutByItsOwnTime() {
        var story = Story.begin()
                .at(-12, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA))
                .at(-11, started(VasopressorAgent.DOPAMINE));

        assertThat(story.at(INFUSION).crs().flags()).contains(Flag.CONFIRM_OXYGEN);
        assertThat(story.at(hour(1).minus(STEP)).crs().flags()).doesNotContain(Flag.CONFIRM_VASOPRESSOR);
        assertThat(story.at(hour(1)).crs().flags()).contains(Flag.CONFIRM_VASOPRESSOR);
    }

    static Stream<Content> whatDoesNotStand() {
        return Stream.of(
                temperature("39"),
                systolic("60"),
                spo2("60"),
                bolus(FluidReason.HYPOTENSION),
                given(Drug.TOCILIZUMAB),
                opened(),
                died(DeathCause.CRS));
    }

    @ParameterizedTest
    @MethodSource("whatDoesNotStand")
    void readingsDrugsBolusesAndCoursesFromBeforeNeverCount(Content content) {
        var story = Story.begin().at(JUST_BEFORE, content).at(0, temperature("37"));

        assertThat(story.crs(0)).isEqualTo(Grade.ZERO);
        assertThat(story.at(0.0).crs().flags()).isEmpty();
        assertThat(story.at(0.0).crs().course()).isEmpty();
    }

    static Stream<Content> whatDoesNotStandOfNeurology() {
        return Stream.of(ice(2), wakes(Consciousness.VOICE), seizing("6"), seized("6"), died(DeathCause.ICANS));
    }

    @ParameterizedTest
    @MethodSource("whatDoesNotStandOfNeurology")
    void scoresAndSeizuresFromBeforeNeverCount(Content content) {
        assertThat(Story.begin().at(JUST_BEFORE, content).icans(0)).isEqualTo(Grade.UNKNOWN);
    }

    @Test
    void aDrugFromBeforeTheInfusionTreatsNoCourseAfterIt() {
        var story = Story.begin()
                .at(JUST_BEFORE, given(Drug.TOCILIZUMAB))
                .at(0, temperature("38"))
                .at(26, systolic("80"))
                .at(26, temperature("37"));

        assertThat(story.crs(26)).isEqualTo(Grade.ZERO);
    }

    @Test
    void atTheInfusionItselfEverythingCounts() {
        assertThat(Story.begin().at(INFUSION, temperature("38")).crs(INFUSION)).isEqualTo(Grade.ONE);
        assertThat(Story.begin().at(INFUSION, seized("1")).icans(INFUSION)).isEqualTo(Grade.THREE);
    }

    @Test
    void theInfusionIsTheBeginning() {
        var story = Story.begin().at(-1, temperature("39")).at(1, temperature("37"));

        assertThat(story.crs(-0.5)).isEqualTo(Grade.UNKNOWN);
        assertThat(story.crs(1)).isEqualTo(Grade.ZERO);
    }
}
