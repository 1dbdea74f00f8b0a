package health.vigil.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static health.vigil.journey.TestJourney.START;
import static health.vigil.journey.TestJourney.bag;
import static health.vigil.journey.TestJourney.by;
import static health.vigil.journey.TestJourney.days;
import static health.vigil.journey.TestJourney.hours;
import static health.vigil.journey.TestJourney.infusion;
import static org.assertj.core.api.Assertions.assertThat;

class StateRulesTest {
    private static final Instant NOW = hours(1);

    private final TestJourney journey = new TestJourney();

    private Optional<String> refusal(JourneyState to) {
        return refusal(to, "");
    }

    private Optional<String> refusal(JourneyState to, String reason) {
        return StateRules.refusal(
                journey.journey(),
                new StateChange(
                        to,
                        Optional.of(reason).filter(text -> !text.isEmpty()),
                        Optional.empty(),
                        Optional.empty(),
                        by("coordinator", NOW)),
                JourneyPolicy.DEFAULT);
    }

    @Test
    void aStepForwardNeedsNoReason() {
        assertThat(refusal(JourneyState.ACCEPTED)).isEmpty();
    }

    @Test
    void aStepForwardMaySkipStates() {
        assertThat(refusal(JourneyState.COLLECTED)).isEmpty();
    }

    @Test
    void aStepBackNeedsAReason() {
        journey.in(JourneyState.COLLECTED, days(30));

        assertThat(refusal(JourneyState.ACCEPTED)).contains("a step back from collected to accepted needs a reason");
        assertThat(refusal(JourneyState.ACCEPTED, "collected too few cells")).isEmpty();
    }

    @Test
    void theSameStateIsNoStep() {
        assertThat(refusal(JourneyState.REFERRED)).contains("it is referred already");
    }

    @Test
    void aStepIsNotBeforeTheLastOne() {
        journey.in(JourneyState.ACCEPTED, NOW.plusMillis(1));
        assertThat(refusal(JourneyState.COLLECTED)).isPresent();

        journey.states.set(1, TestJourney.state(JourneyState.ACCEPTED, NOW));
        assertThat(refusal(JourneyState.COLLECTED)).isEmpty();
    }

    @Test
    void collectionPlannedNeedsItsDate() {
        assertThat(refusal(JourneyState.COLLECTION_PLANNED)).contains("collection-planned needs apheresis.plannedAt");

        journey.apheresis = TestJourney.apheresis(days(35), days(35));
        assertThat(refusal(JourneyState.COLLECTION_PLANNED)).isEmpty();
    }

    @Test
    void releasedNeedsTheRelease() {
        journey.in(JourneyState.IN_MANUFACTURE, days(30));
        assertThat(refusal(JourneyState.RELEASED)).isEmpty();

        journey.manufacturing = Manufacturing.NONE;
        assertThat(refusal(JourneyState.RELEASED).orElseThrow()).startsWith("J-4 release of the product: ");
    }

    @Test
    void deliveredNeedsTheReceipt() {
        journey.in(JourneyState.RELEASED, days(13));
        assertThat(refusal(JourneyState.DELIVERED)).isEmpty();

        journey.custody.removeLast();
        assertThat(refusal(JourneyState.DELIVERED)).contains("delivered needs received-by-hospital in the custody");
    }

    @Test
    void readyNeedsTheWholeList() {
        journey.in(JourneyState.LYMPHODEPLETION, days(8));
        assertThat(refusal(JourneyState.READY).orElseThrow()).startsWith("not ready: neuro-baseline: not answered; ");

        journey.ready();
        assertThat(refusal(JourneyState.READY)).isEmpty();
    }

    @Test
    void infusedIsReachedByARecordOnly() {
        journey.ready().in(JourneyState.READY, hours(2));

        assertThat(refusal(JourneyState.INFUSED, "because")).contains("infused is reached by an infusion record only");
        assertThat(refusal(JourneyState.MONITORED)).contains("monitored needs an infusion record");
        assertThat(refusal(JourneyState.CLOSED)).contains("closed needs an infusion record");
    }

    @ParameterizedTest
    @EnumSource(names = {"OUT_OF_SPECIFICATION", "FAILED"})
    void aDeviationComesFromTheManufacture(JourneyState deviation) {
        assertThat(refusal(deviation)).contains(deviation.word() + " comes from in-manufacture only");

        journey.in(JourneyState.IN_MANUFACTURE, days(30));
        assertThat(refusal(deviation)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"OUT_OF_SPECIFICATION", "FAILED"})
    void aDeviationLeadsToARemanufactureAReleaseOrACancellation(JourneyState deviation) {
        journey.in(JourneyState.IN_MANUFACTURE, days(30)).in(deviation, days(20));

        assertThat(refusal(JourneyState.IN_MANUFACTURE)).isEmpty();
        assertThat(refusal(JourneyState.RELEASED)).isEmpty();
        assertThat(refusal(JourneyState.DELIVERED)).isPresent();
        assertThat(cancelled(Optional.of(CancelCause.PRODUCT))).isEmpty();
        journey.manufacturing = TestJourney.outcome(ManufacturingOutcome.FAILED);
        assertThat(refusal(JourneyState.RELEASED)).isPresent();
    }

    private Optional<String> cancelled(Optional<CancelCause> cause) {
        return StateRules.refusal(
                journey.journey(),
                new StateChange(
                        JourneyState.CANCELLED, Optional.empty(), Optional.empty(), cause, by("coordinator", NOW)),
                JourneyPolicy.DEFAULT);
    }

    private Optional<String> held(String reason, Optional<Instant> reviewAt) {
        return StateRules.refusal(
                journey.journey(),
                new StateChange(
                        JourneyState.ON_HOLD,
                        Optional.of(reason).filter(text -> !text.isEmpty()),
                        reviewAt,
                        Optional.empty(),
                        by("coordinator", NOW)),
                JourneyPolicy.DEFAULT);
    }

    @Test
    void aHoldNeedsAReasonAndADate() {
        assertThat(held("infection", Optional.of(START))).isEmpty();
        assertThat(held("infection", Optional.empty())).isPresent();
        assertThat(held("", Optional.of(START))).isPresent();
    }

    @Test
    void afterAHoldTheJourneyGoesOnWhereItWas() {
        journey.in(JourneyState.COLLECTED, days(30)).in(JourneyState.ON_HOLD, days(20));

        assertThat(refusal(JourneyState.COLLECTED)).isEmpty();
        assertThat(refusal(JourneyState.IN_MANUFACTURE)).isEmpty();
        assertThat(refusal(JourneyState.ACCEPTED)).isPresent();
    }

    @Test
    void aCancellationNeedsACause() {
        assertThat(cancelled(Optional.empty())).contains("a cancellation needs a cause");
        assertThat(cancelled(Optional.of(CancelCause.DEATH))).isEmpty();
    }

    @Test
    void aCancelledJourneyGoesOnWhereItWasWithAReason() {
        journey.in(JourneyState.COLLECTED, days(30)).in(JourneyState.CANCELLED, days(20));

        assertThat(refusal(JourneyState.COLLECTED, "in remission again")).isEmpty();
        assertThat(refusal(JourneyState.COLLECTED)).isPresent();
        assertThat(refusal(JourneyState.RELEASED, "in remission again")).isPresent();
        assertThat(held("infection", Optional.of(START))).isPresent();
    }

    @Test
    void anInfusedJourneyIsNeitherHeldNorCancelled() {
        infused();

        assertThat(held("infection", Optional.of(START))).isPresent();
        assertThat(cancelled(Optional.of(CancelCause.DEATH)))
                .contains("a journey with an infusion is closed, not cancelled");
        assertThat(refusal(JourneyState.READY, "error")).contains("the infusion stands: void its admission first");
    }

    @Test
    void anInfusedJourneyIsMonitoredAndClosed() {
        infused();
        assertThat(refusal(JourneyState.MONITORED)).isEmpty();

        journey.in(JourneyState.MONITORED, hours(1)).in(JourneyState.CLOSED, hours(1));
        assertThat(refusal(JourneyState.MONITORED)).isPresent();
        assertThat(refusal(JourneyState.MONITORED, "answer is missing")).isEmpty();
    }

    @Test
    void aVoidedInfusionLetsTheJourneyGoBack() {
        journey.ready();
        infused();
        voided();
        assertThat(refusal(JourneyState.READY, "wrong patient")).isEmpty();
        assertThat(refusal(JourneyState.READY)).isPresent();
    }

    private void voided() {
        var recorded = journey.infusions.removeLast();
        journey.infusions.add(new RecordedInfusion(
                recorded.infusion(), recorded.episode(), recorded.signatures(), false, recorded.stamp()));
    }

    @Test
    void readyNeedsTheListAgainAfterAVoidedInfusion() {
        infused();
        voided();

        assertThat(refusal(JourneyState.READY, "wrong patient").orElseThrow()).startsWith("not ready: ");
        assertThat(refusal(JourneyState.LYMPHODEPLETION, "wrong patient")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ON_HOLD", "CANCELLED"})
    void readyNeedsTheListAgainAfterAnInterruption(JourneyState interruption) {
        journey.in(JourneyState.READY, hours(5)).in(interruption, hours(4));
        assertThat(refusal(JourneyState.READY, "fever is gone").orElseThrow()).startsWith("not ready: ");

        journey.ready();
        assertThat(refusal(JourneyState.READY, "fever is gone")).isEmpty();
    }

    private void infused() {
        journey.infused(infusion(bag("B-1", Duration.ofMinutes(30)))).in(JourneyState.INFUSED, hours(3));
    }

    private Optional<String> infusionRefusal(String bagId) {
        var before = journey.journey();
        var proposed = new RecordedInfusion(
                infusion(bag(bagId, Duration.ofMinutes(30))), before.id(), List.of(), true, by("nurse-a", START));
        return StateRules.refusal(before, before.with(proposed), JourneyPolicy.DEFAULT);
    }

    @Test
    void aReadyJourneyWithGreenChecksIsInfused() {
        journey.ready().in(JourneyState.READY, hours(2));

        assertThat(infusionRefusal("B-1")).isEmpty();
    }

    @Test
    void anInfusionWithoutReadinessIsRefused() {
        journey.in(JourneyState.LYMPHODEPLETION, days(8)).ready();
        assertThat(infusionRefusal("B-1")).contains("the journey is lymphodepletion, not ready");

        journey.in(JourneyState.READY, hours(2)).answers.removeLast();
        assertThat(infusionRefusal("B-1")).contains("not ready: pregnancy: not answered");
    }

    @Test
    void anAnswerThatIsTooOldAtTheStartRefusesTheInfusion() {
        journey.ready().in(JourneyState.READY, hours(30));
        journey.answers.removeIf(answer -> answer.item().equals("vital-baseline"));
        journey.answers.add(TestJourney.answer("vital-baseline", ReadinessReply.YES, hours(25)));

        assertThat(infusionRefusal("B-1").orElseThrow())
                .startsWith("not ready: vital-baseline: answered 25 h 0 min ago");
    }

    @Test
    void aBagOfAnotherLotRefusesTheInfusion() {
        journey.ready().in(JourneyState.READY, hours(2));

        assertThat(infusionRefusal("B-9")).contains("J-2 bags of the lot: bag B-9 is not in the lot LOT-1");
    }

    @Test
    void aSecondInfusionIsRefused() {
        journey.ready().in(JourneyState.READY, hours(2)).infused(infusion(bag("B-1", Duration.ofMinutes(30))));

        assertThat(infusionRefusal("B-1")).contains("the infusion is recorded already");
    }

    @Test
    void anInfusionBeforeTheJourneyWasReadyIsRefused() {
        journey.ready().in(JourneyState.READY, START.plusMillis(1));
        assertThat(infusionRefusal("B-1").orElseThrow()).startsWith("the infusion began before the journey was ready");
    }
}
