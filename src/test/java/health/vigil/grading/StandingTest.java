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
import java.util.Optional;
import java.util.Set;
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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What stands at the infusion counts from it on, and nothing else from before.
class StandingTest {
    private static final Instant JUST_BEFORE = INFUSION.minus(STEP);

    private static Grade withFever(Story story) {
        return story.at(0, temperature("38")).crs(0);
    }

    @Test
    void oxygenThatStandsCountsFromTheInfusionOn() {
        var mask = oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA);

        assertEquals(Grade.THREE, withFever(Story.begin().at(-5, mask)));
        assertEquals(Grade.THREE, withFever(Story.begin().at(JUST_BEFORE, mask)));
        assertEquals(Grade.ONE, withFever(Story.begin().at(-5, mask).at(-1, roomAir())));
        assertEquals(
                Grade.UNKNOWN,
                Story.begin().at(-5, mask).at(0, temperature("37")).crs(0));
    }

    @Test
    void aVasopressorThatRunsCountsFromTheInfusionOn() {
        var started = norepinephrine(InfusionAction.STARTED, "a");

        assertEquals(Grade.UNKNOWN, Story.begin().at(-5, started).crs(JUST_BEFORE));
        assertEquals(Grade.THREE, withFever(Story.begin().at(-5, started)));
        assertEquals(
                Grade.ONE,
                withFever(Story.begin().at(-5, started).at(-1, norepinephrine(InfusionAction.STOPPED, "a"))));
        assertEquals(
                Grade.THREE,
                withFever(Story.begin()
                        .at(-5, started)
                        .at(-4, norepinephrine(InfusionAction.STARTED, "b"))
                        .at(-1, norepinephrine(InfusionAction.STOPPED, "a"))));
    }

    @Test
    void theTimeTogetherRunsFromBeforeTheInfusion() {
        var story = Story.begin()
                .at(-1, started(VasopressorAgent.NOREPINEPHRINE))
                .at(-0.25, started(VasopressorAgent.EPINEPHRINE))
                .at(0, temperature("38"));
        var multiple = INFUSION.plus(Duration.ofMinutes(15));

        assertEquals(Grade.THREE, story.crs(INFUSION));
        assertEquals(Grade.THREE, story.crs(multiple.minus(STEP)));
        assertEquals(Grade.FOUR, story.crs(multiple));
        assertEquals(
                Grade.FOUR,
                withFever(Story.begin()
                        .at(-1, started(VasopressorAgent.NOREPINEPHRINE))
                        .at(-0.5, started(VasopressorAgent.EPINEPHRINE))));
    }

    @Test
    void aFindingThatIsPresentCountsFromTheInfusionOn() {
        var present = finding(Finding.PAPILLOEDEMA, true);
        var story = Story.begin().at(-5, present).at(3, finding(Finding.PAPILLOEDEMA, false));

        assertEquals(Grade.UNKNOWN, story.icans(JUST_BEFORE));
        assertEquals(Grade.FOUR, story.icans(INFUSION));
        assertEquals(Grade.UNKNOWN, story.icans(3));
        assertEquals(
                Grade.UNKNOWN,
                Story.begin()
                        .at(-5, present)
                        .at(-1, finding(Finding.PAPILLOEDEMA, false))
                        .icans(0));
    }

    @Test
    void theReasonShowsItsOwnTime() {
        var report = Story.begin()
                .at(-5, started(VasopressorAgent.DOPAMINE))
                .at(0, temperature("38"))
                .at(0.0)
                .crs();

        assertEquals(hour(-5), report.basis().getFirst().effectiveAt().orElseThrow());
    }

    @Test
    void thePeakIsReachedNoEarlierThanTheInfusion() {
        var peak = Story.begin()
                .at(-5, finding(Finding.PAPILLOEDEMA, true))
                .at(1.0)
                .icans()
                .peak();

        assertEquals(Optional.of(new Peak(Grade.FOUR, INFUSION)), peak);
    }

    @Test
    void supportFromBeforeTheInfusionIsAskedAboutByItsOwnTime() {
        var story = Story.begin()
                .at(-12, oxygen(OxygenDevice.SIMPLE_MASK, OxygenReason.HYPOXIA))
                .at(-11, started(VasopressorAgent.DOPAMINE));

        assertTrue(story.at(INFUSION).crs().flags().contains(Flag.CONFIRM_OXYGEN));
        assertFalse(story.at(hour(1).minus(STEP)).crs().flags().contains(Flag.CONFIRM_VASOPRESSOR));
        assertTrue(story.at(hour(1)).crs().flags().contains(Flag.CONFIRM_VASOPRESSOR));
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

        assertEquals(Grade.ZERO, story.crs(0));
        assertEquals(Set.of(), story.at(0.0).crs().flags());
        assertEquals(Optional.empty(), story.at(0.0).crs().course());
    }

    static Stream<Content> whatDoesNotStandOfNeurology() {
        return Stream.of(ice(2), wakes(Consciousness.VOICE), seizing("6"), seized("6"), died(DeathCause.ICANS));
    }

    @ParameterizedTest
    @MethodSource("whatDoesNotStandOfNeurology")
    void scoresAndSeizuresFromBeforeNeverCount(Content content) {
        assertEquals(Grade.UNKNOWN, Story.begin().at(JUST_BEFORE, content).icans(0));
    }

    @Test
    void aDrugFromBeforeTheInfusionTreatsNoCourseAfterIt() {
        var story = Story.begin()
                .at(JUST_BEFORE, given(Drug.TOCILIZUMAB))
                .at(0, temperature("38"))
                .at(26, systolic("80"))
                .at(26, temperature("37"));

        assertEquals(Grade.ZERO, story.crs(26));
    }

    @Test
    void atTheInfusionItselfEverythingCounts() {
        assertEquals(Grade.ONE, Story.begin().at(INFUSION, temperature("38")).crs(INFUSION));
        assertEquals(Grade.THREE, Story.begin().at(INFUSION, seized("1")).icans(INFUSION));
    }

    @Test
    void theInfusionIsTheBeginning() {
        var story = Story.begin().at(-1, temperature("39")).at(1, temperature("37"));

        assertEquals(Grade.UNKNOWN, story.crs(-0.5));
        assertEquals(Grade.ZERO, story.crs(1));
    }
}
