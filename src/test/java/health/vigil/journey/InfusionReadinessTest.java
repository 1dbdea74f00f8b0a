package health.vigil.journey;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static health.vigil.journey.TestJourney.START;
import static health.vigil.journey.TestJourney.answer;
import static health.vigil.journey.TestJourney.by;
import static health.vigil.journey.TestJourney.hours;
import static health.vigil.journey.TestJourney.override;
import static org.assertj.core.api.Assertions.assertThat;

class InfusionReadinessTest {
    private final TestJourney journey = new TestJourney().ready();

    private Readiness readiness() {
        return Readiness.of(journey.journey(), JourneyPolicy.DEFAULT, START);
    }

    private ReadinessLine line(String item) {
        return readiness().lines().stream()
                .filter(line -> line.item().id().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private void answered(String item, ReadinessReply reply, Optional<Integer> count, Instant at) {
        journey.answers.add(new ReadinessAnswer(item, reply, count, Optional.of("note"), by("nurse-a", at)));
    }

    static Iterable<String> items() {
        return ReadinessList.DEFAULT.items().stream()
                .filter(item -> !item.computed())
                .map(ReadinessItem::id)
                .toList();
    }

    @Test
    void theDefaultListHasSixteenItemsAndTheIdentityFirst() {
        assertThat(ReadinessList.DEFAULT.items()).hasSize(16);
        assertThat(ReadinessList.DEFAULT.items().getFirst().computed()).isTrue();
    }

    @Test
    void everyItemAnsweredYesIsReady() {
        assertThat(readiness().complete()).isTrue();
        assertThat(readiness().missing()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("items")
    void oneItemThatIsNotAnsweredIsNotReady(String item) {
        journey.answers.removeIf(answer -> answer.item().equals(item));

        assertThat(readiness().complete()).isFalse();
        assertThat(readiness().missing()).containsExactly(item + ": not answered");
        assertThat(line(item).state()).isEqualTo(ItemState.OPEN);
    }

    @ParameterizedTest
    @MethodSource("items")
    void oneItemAnsweredNoIsNotReady(String item) {
        answered(item, ReadinessReply.NO, Optional.empty(), hours(1));

        assertThat(readiness().missing()).containsExactly(item + ": no");
        assertThat(line(item).state()).isEqualTo(ItemState.NOT_MET);
    }

    @Test
    void whatDoesNotApplyIsMet() {
        answered("pregnancy", ReadinessReply.NOT_APPLICABLE, Optional.empty(), hours(1));

        assertThat(line("pregnancy").state()).isEqualTo(ItemState.MET);
    }

    @Test
    void oneDoseOfTocilizumabIsNotTwo() {
        answered("tocilizumab", ReadinessReply.YES, Optional.of(1), hours(1));

        assertThat(line("tocilizumab").state()).isEqualTo(ItemState.NOT_MET);
        assertThat(readiness().missing()).containsExactly("tocilizumab: 1 of at least 2");
    }

    @Test
    void aNumberThatIsNotRecordedIsOpen() {
        answered("tocilizumab", ReadinessReply.YES, Optional.empty(), hours(1));

        assertThat(line("tocilizumab").state()).isEqualTo(ItemState.OPEN);
    }

    @Test
    void aBaselineCountsForItsHours() {
        journey.answers.removeIf(answer -> answer.item().equals("neuro-baseline"));
        answered("neuro-baseline", ReadinessReply.YES, Optional.empty(), hours(72));
        assertThat(line("neuro-baseline").state()).isEqualTo(ItemState.MET);

        journey.answers.removeLast();
        answered(
                "neuro-baseline",
                ReadinessReply.YES,
                Optional.empty(),
                hours(72).minusMillis(1));
        assertThat(line("neuro-baseline").state()).isEqualTo(ItemState.OPEN);
        assertThat(line("neuro-baseline").why().orElseThrow())
                .isEqualTo("answered 72 h 0 min ago, which counts for 72 h 0 min");
    }

    @Test
    void theVitalBaselineCountsForADay() {
        journey.answers.removeIf(answer -> answer.item().equals("vital-baseline"));
        answered("vital-baseline", ReadinessReply.YES, Optional.empty(), hours(24));
        assertThat(line("vital-baseline").state()).isEqualTo(ItemState.MET);

        journey.answers.removeLast();
        answered("vital-baseline", ReadinessReply.YES, Optional.empty(), hours(25));
        assertThat(line("vital-baseline").state()).isEqualTo(ItemState.OPEN);
    }

    @Test
    void theNewestAnswerCountsWhateverTheOrderOfEntry() {
        journey.answers.addFirst(answer("consent", ReadinessReply.NO, hours(1)));

        assertThat(line("consent").state()).isEqualTo(ItemState.NOT_MET);
    }

    @Test
    void anAnswerOfLaterDoesNotCount() {
        answered("consent", ReadinessReply.NO, Optional.empty(), START.plusMillis(1));

        assertThat(line("consent").state()).isEqualTo(ItemState.MET);
    }

    @Test
    void aPhysiciansDecisionStandsForAnItem() {
        answered("tocilizumab", ReadinessReply.YES, Optional.of(1), hours(1));
        journey.overrides.add(override("tocilizumab", hours(1)));

        assertThat(readiness().complete()).isTrue();
        assertThat(line("tocilizumab").state()).isEqualTo(ItemState.NOT_MET);
        assertThat(line("tocilizumab").override().orElseThrow().stamp().by()).isEqualTo("Dr X");
    }

    @Test
    void aDecisionStandsUntilTheNextAnswer() {
        journey.overrides.add(override("tocilizumab", hours(1)));
        answered("tocilizumab", ReadinessReply.NO, Optional.empty(), hours(1).plusMillis(1));

        assertThat(readiness().complete()).isFalse();
    }

    @Test
    void aDecisionStandsNoLongerThanAnAnswerWould() {
        journey.answers.removeIf(answer -> answer.item().equals("vital-baseline"));

        journey.overrides.add(override("vital-baseline", hours(24)));
        assertThat(readiness().complete()).isTrue();

        journey.overrides.set(0, override("vital-baseline", hours(25)));
        assertThat(readiness().complete()).isFalse();
    }

    @Test
    void theIdentityIsComputedFromTheChecks() {
        journey.custody.removeLast();

        assertThat(line("identity").state()).isEqualTo(ItemState.OPEN);
        assertThat(readiness().missing().getFirst()).startsWith("identity: J-3 custody without a gap: sent from Plant");
    }

    @Test
    void aContradictionIsNotMet() {
        journey.manufacturing = TestJourney.outcome(ManufacturingOutcome.FAILED);

        assertThat(line("identity").state()).isEqualTo(ItemState.NOT_MET);
    }

    @Test
    void nobodyHasToBeAtTheBedYet() {
        journey.readings.clear();

        assertThat(readiness().complete()).isTrue();
    }

    @Test
    void noDecisionStandsForTheIdentity() {
        journey.custody.removeLast();
        journey.overrides.add(override("J-3", hours(1)));
        journey.overrides.add(override("identity", hours(1)));

        assertThat(readiness().complete()).isFalse();
    }

    @Test
    void aDecisionStandsForWhatTheItemLackedThen() {
        journey.overrides.add(override("vital-baseline", hours(2)));
        assertThat(line("vital-baseline").state()).isEqualTo(ItemState.MET);

        journey.answers.removeIf(answer -> answer.item().equals("vital-baseline"));
        answered("vital-baseline", ReadinessReply.YES, Optional.empty(), hours(25));
        assertThat(line("vital-baseline").override()).isEmpty();
        journey.overrides.set(0, override("vital-baseline", hours(1).plusMillis(1)));
        assertThat(line("vital-baseline").override()).isPresent();
    }

    @Test
    void anAnswerThatIsRecordedLaterEndsADecision() {
        journey.answers.removeIf(answer -> answer.item().equals("consent"));
        journey.overrides.add(override("consent", hours(1)));
        assertThat(readiness().complete()).isTrue();

        journey.answers.add(new ReadinessAnswer(
                "consent",
                ReadinessReply.NO,
                Optional.empty(),
                Optional.empty(),
                new EntryStamp(hours(2), hours(1).plusMillis(1), "nurse-a")));
        assertThat(readiness().complete()).isFalse();
    }

    @Test
    void aDecisionEndsWithAnotherProduct() {
        answered("tocilizumab", ReadinessReply.YES, Optional.of(1), hours(1));
        journey.overrides.add(override("tocilizumab", hours(1)));

        journey.recorded = new FactTimes(Optional.of(hours(1)), Optional.empty());
        assertThat(readiness().complete()).isTrue();
        journey.recorded = new FactTimes(Optional.of(hours(1).plusMillis(1)), Optional.empty());
        assertThat(readiness().complete()).isFalse();

        journey.recorded = FactTimes.NONE;
        journey.in(JourneyState.IN_MANUFACTURE, hours(1).plusMillis(1));
        assertThat(readiness().complete()).isFalse();
    }
}
