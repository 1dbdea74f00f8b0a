package health.vigil.journey;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.journey.TestJourney.START;
import static health.vigil.journey.TestJourney.bag;
import static health.vigil.journey.TestJourney.days;
import static health.vigil.journey.TestJourney.event;
import static health.vigil.journey.TestJourney.infusion;
import static health.vigil.journey.TestJourney.lymphodepletion;
import static org.assertj.core.api.Assertions.assertThat;

/// The checks that warn and stop nothing.
class TimingChecksTest {
    private final TestJourney journey = new TestJourney();

    @ParameterizedTest
    @CsvSource({"89, GREEN", "90, GREEN", "91, WARN"})
    void aBagBeginsWithinNinetyMinutesOfItsThaw(int minutes, CheckState state) {
        journey.infused(infusion(bag("B-1", Duration.ofMinutes(10)), bag("B-2", Duration.ofMinutes(minutes))));

        assertThat(journey.state(JourneyCheck.THAW)).isEqualTo(state);
        assertThat(journey.finding(JourneyCheck.THAW).stopsTheInfusion()).isFalse();
    }

    @Test
    void theWarningNamesTheBagAndTheLimit() {
        journey.infused(infusion(bag("B-1", Duration.ofMinutes(95))));

        assertThat(journey.finding(JourneyCheck.THAW).finding())
                .isEqualTo("B-1 began 1 h 35 min after its thaw; limit 1 h 30 min");
    }

    @Test
    void anUnknownThawIsOpen() {
        assertThat(journey.state(JourneyCheck.THAW)).isEqualTo(CheckState.OPEN);
        journey.infused(infusion(
                new InfusedBag("B-1", Optional.empty(), START, Optional.empty(), Optional.empty(), Optional.empty())));
        assertThat(journey.state(JourneyCheck.THAW)).isEqualTo(CheckState.OPEN);
    }

    private void custody(CustodyStep what, ProductCondition condition, Instant at) {
        journey.custody.add(new CustodyEvent(
                UUID.randomUUID(),
                Optional.empty(),
                what,
                "Cell laboratory",
                Optional.empty(),
                Optional.of(condition),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                TestJourney.by("laboratory", at)));
    }

    private static InfusedBag withoutThaw(String bagId) {
        return new InfusedBag(bagId, Optional.empty(), START, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void aFreshProductHasNoThaw() {
        custody(CustodyStep.STORED, ProductCondition.FRESH, days(1));
        assertThat(journey.state(JourneyCheck.THAW)).isEqualTo(CheckState.GREEN);
        journey.infused(infusion(withoutThaw("B-1")));
        assertThat(journey.finding(JourneyCheck.THAW).finding()).isEqualTo("the product was not frozen");
    }

    @Test
    void cellsThatWereFreshBeforeTheReceiptMakeNoFreshProduct() {
        journey.custody.removeIf(event -> event.what() == CustodyStep.RECEIVED_BY_HOSPITAL);
        custody(CustodyStep.STORED, ProductCondition.FRESH, days(12));
        assertThat(journey.state(JourneyCheck.THAW)).isEqualTo(CheckState.OPEN);
        journey.infused(infusion(withoutThaw("B-1")));
        assertThat(journey.state(JourneyCheck.THAW)).isEqualTo(CheckState.OPEN);
    }

    @Test
    void aThawedBagIsJudgedWhateverItsCondition() {
        custody(CustodyStep.STORED, ProductCondition.FRESH, days(1));
        journey.infused(infusion(bag("B-1", Duration.ofMinutes(91))));
        assertThat(journey.state(JourneyCheck.THAW)).isEqualTo(CheckState.WARN);
    }

    @ParameterizedTest
    @CsvSource({"90, GREEN", "91, WARN"})
    void theThawOfTheCustodyCounts(int minutes, CheckState state) {
        custody(CustodyStep.THAWED, ProductCondition.FRESH, START.minus(Duration.ofMinutes(minutes)));
        journey.infused(infusion(withoutThaw("B-1"), bag("B-2", Duration.ofMinutes(10))));
        assertThat(journey.state(JourneyCheck.THAW)).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"2, GREEN", "14, GREEN", "17, WARN"})
    void lymphodepletionEndsTwoToFourteenDaysBefore(int days, CheckState state) {
        journey.lymphodepletion = lymphodepletion(days(days + 3), days(days));
        journey.infused(infusion(bag("B-1", Duration.ofMinutes(10))));

        assertThat(journey.state(JourneyCheck.INTERVAL)).isEqualTo(state);
        assertThat(journey.finding(JourneyCheck.INTERVAL).stopsTheInfusion()).isFalse();
    }

    @Test
    void aMillisecondOutsideTheDaysIsAWarning() {
        journey.infused(infusion(bag("B-1", Duration.ofMinutes(10))));

        journey.lymphodepletion = lymphodepletion(days(17), days(14).minusMillis(1));
        assertThat(journey.state(JourneyCheck.INTERVAL)).isEqualTo(CheckState.WARN);
        journey.lymphodepletion = lymphodepletion(days(5), days(2).plusMillis(1));
        assertThat(journey.state(JourneyCheck.INTERVAL)).isEqualTo(CheckState.WARN);
    }

    @Test
    void beforeTheInfusionTooFewDaysAreOpenAndTooManyAWarning() {
        journey.lymphodepletion = lymphodepletion(days(4), days(1));
        assertThat(journey.state(JourneyCheck.INTERVAL)).isEqualTo(CheckState.OPEN);

        journey.lymphodepletion = lymphodepletion(days(20), days(17));
        assertThat(journey.finding(JourneyCheck.INTERVAL).finding())
                .isEqualTo("lymphodepletion ended 17.0 d before; limits 2 to 14 d");
        assertThat(journey.state(JourneyCheck.INTERVAL)).isEqualTo(CheckState.WARN);
    }

    @Test
    void anUnknownEndOfLymphodepletionIsOpen() {
        journey.lymphodepletion = Lymphodepletion.NONE;

        assertThat(journey.state(JourneyCheck.INTERVAL)).isEqualTo(CheckState.OPEN);
        assertThat(journey.state(JourneyCheck.ORDER)).isEqualTo(CheckState.OPEN);
    }

    @Test
    void theFirstDoseIsNotBeforeTheReleaseOrTheArrival() {
        journey.lymphodepletion = lymphodepletion(days(13), days(5));
        assertThat(journey.state(JourneyCheck.ORDER)).isEqualTo(CheckState.GREEN);

        journey.lymphodepletion = lymphodepletion(days(13).minusMillis(1), days(5));
        assertThat(journey.state(JourneyCheck.ORDER)).isEqualTo(CheckState.WARN);
    }

    @Test
    void theArrivalAloneIsEnough() {
        journey.manufacturing = Manufacturing.NONE;
        journey.lymphodepletion = lymphodepletion(days(11), days(5));
        assertThat(journey.state(JourneyCheck.ORDER)).isEqualTo(CheckState.GREEN);

        journey.lymphodepletion = lymphodepletion(days(11).minusMillis(1), days(5));
        assertThat(journey.state(JourneyCheck.ORDER)).isEqualTo(CheckState.WARN);
    }

    @Test
    void aDoseWithNeitherOnFileIsAWarning() {
        journey.manufacturing = Manufacturing.NONE;
        journey.custody.clear();
        journey.custody.add(event(CustodyStep.COLLECTED, days(35), "Apheresis unit", null));

        assertThat(journey.state(JourneyCheck.ORDER)).isEqualTo(CheckState.WARN);
    }

    @ParameterizedTest
    @CsvSource({
        "199, 10*6, 200, 400, 10*6, WARN",
        "200, 10*6, 200, 400, 10*6, GREEN",
        "400, 10*6, 200, 400, 10*6, GREEN",
        "401, 10*6, 200, 400, 10*6, WARN",
        "160, 10*6, 2, 5, 10*6/kg, GREEN",
        "159, 10*6, 2, 5, 10*6/kg, WARN",
        "5, 10*6/kg, 200, 400, 10*6, GREEN",
        "5.1, 10*6/kg, 200, 400, 10*6, WARN"
    })
    void theDoseIsWithinTheProductsRange(
            BigDecimal dose, String unit, BigDecimal least, BigDecimal most, String rangeUnit, CheckState state) {
        journey.infused(infusion(
                Optional.of(new CellDose(dose, unit)),
                Optional.of(new BigDecimal("80")),
                bag("B-1", Duration.ofMinutes(10))));

        var finding = journey.finding(JourneyCheck.DOSE, range(new DoseRange(least, most, rangeUnit)));

        assertThat(finding.state()).isEqualTo(state);
        assertThat(finding.stopsTheInfusion()).isFalse();
    }

    @Test
    void aDoseInAnotherUnitNeedsAWeight() {
        journey.infused(infusion(
                Optional.of(new CellDose(new BigDecimal("200"), "10*6")),
                Optional.empty(),
                bag("B-1", Duration.ofMinutes(10))));

        assertThat(journey.finding(JourneyCheck.DOSE, range(new DoseRange(BigDecimal.ONE, BigDecimal.TEN, "10*6/kg")))
                        .state())
                .isEqualTo(CheckState.OPEN);
    }

    @Test
    void withoutARangeADoseOrAnInfusionItIsOpen() {
        assertThat(journey.state(JourneyCheck.DOSE)).isEqualTo(CheckState.OPEN);
        var ranged = range(new DoseRange(BigDecimal.ONE, BigDecimal.TEN, "10*6"));
        assertThat(journey.finding(JourneyCheck.DOSE, ranged).finding()).isEqualTo("no infusion is recorded");
        journey.infused(infusion(bag("B-1", Duration.ofMinutes(10))));
        assertThat(journey.finding(JourneyCheck.DOSE, ranged).finding()).isEqualTo("not recorded: dose");
    }

    private static JourneyPolicy range(DoseRange range) {
        var limits = new ProductLimits(Optional.of("AXI-CEL"), Duration.ofMinutes(90), 2, 14, Optional.of(range));
        return new JourneyPolicy(
                "local",
                Optional.empty(),
                ReadinessList.DEFAULT,
                List.of(limits),
                Duration.ofHours(4),
                Duration.ofDays(3));
    }
}
