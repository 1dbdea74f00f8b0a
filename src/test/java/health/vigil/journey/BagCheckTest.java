package health.vigil.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static health.vigil.journey.TestJourney.START;
import static health.vigil.journey.TestJourney.bag;
import static health.vigil.journey.TestJourney.days;
import static health.vigil.journey.TestJourney.infusion;
import static org.assertj.core.api.Assertions.assertThat;

class BagCheckTest {
    private final TestJourney journey = new TestJourney();

    private CheckFinding finding() {
        return journey.finding(JourneyCheck.BAGS);
    }

    private void lot(Optional<String> lot, List<String> bags, Optional<Instant> expiresAt) {
        var old = journey.identity;
        journey.identity = new ProductIdentity(
                old.coiId(),
                old.din(),
                old.sec(),
                old.apheresisIds(),
                lot,
                old.productIds(),
                bags,
                old.patientIdOnLabel(),
                old.nameOnLabel(),
                old.dateOfBirthOnLabel(),
                expiresAt);
    }

    private void discarded(Instant at, String... bags) {
        journey.custody.add(new CustodyEvent(
                UUID.randomUUID(),
                Optional.empty(),
                CustodyStep.DISCARDED,
                "Cell laboratory",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(bags),
                Optional.empty(),
                TestJourney.by("laboratory", at)));
    }

    @Test
    void aBagOfTheLotIsGreen() {
        journey.infused(infusion(bag("B-1", Duration.ofMinutes(30))));

        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
    }

    @Test
    void aBagOfAnotherLotIsAStop() {
        journey.infused(infusion(bag("B-1", Duration.ofMinutes(30)), bag("B-9", Duration.ofMinutes(30))));

        assertThat(finding().state()).isEqualTo(CheckState.STOP);
        assertThat(finding().sentence()).isEqualTo("J-2 bags of the lot: bag B-9 is not in the lot LOT-1");
    }

    @Test
    void aBagThatWasDiscardedIsAStop() {
        discarded(days(1), "B-1");
        journey.infused(infusion(bag("B-1", Duration.ofMinutes(30))));

        assertThat(finding().state()).isEqualTo(CheckState.STOP);
        assertThat(finding().finding()).isEqualTo("bag B-1 is discarded");
    }

    @Test
    void theOtherBagCanBeUsed() {
        discarded(days(1), "B-1");
        journey.infused(infusion(bag("B-2", Duration.ofMinutes(30))));

        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
    }

    @Test
    void whatIsDiscardedAfterTheStartDoesNotCount() {
        discarded(START.plusSeconds(1), "B-1");
        journey.infused(infusion(bag("B-1", Duration.ofMinutes(30))));

        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
    }

    @Test
    void beforeTheInfusionOnlyAWhollyDiscardedLotIsAStop() {
        discarded(days(1), "B-1");
        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
        assertThat(finding().notes()).containsExactly("bag B-1 is discarded");

        discarded(days(1), "B-2");
        assertThat(finding().state()).isEqualTo(CheckState.STOP);
    }

    @Test
    void anEventWithoutBagsIsAboutAll() {
        discarded(days(1));

        assertThat(finding().finding()).isEqualTo("bags B-1, B-2 are discarded");
    }

    @Test
    void anExpiredLotIsAStop() {
        lot(Optional.of("LOT-1"), List.of("B-1"), Optional.of(START));
        assertThat(finding().state()).isEqualTo(CheckState.GREEN);

        lot(Optional.of("LOT-1"), List.of("B-1"), Optional.of(START.minusMillis(1)));
        assertThat(finding().state()).isEqualTo(CheckState.STOP);
    }

    @Test
    void whatIsNotRecordedIsOpen() {
        lot(Optional.of("LOT-1"), List.of("B-1"), Optional.empty());
        assertThat(finding().state()).isEqualTo(CheckState.OPEN);

        lot(Optional.empty(), List.of("B-1"), Optional.of(START));
        assertThat(finding().state()).isEqualTo(CheckState.OPEN);

        lot(Optional.of("LOT-1"), List.of(), Optional.of(START));
        assertThat(finding().state()).isEqualTo(CheckState.OPEN);
        assertThat(finding().stopsTheInfusion()).isTrue();
    }

    @Test
    void aScannedBagIsLookedAtBeforeWhatIsMissing() {
        journey.infused(infusion(bag("B-9", Duration.ofMinutes(30))));
        lot(Optional.empty(), List.of("B-1"), Optional.of(START));
        assertThat(finding().finding()).isEqualTo("bag B-9 is not in the lot on file");
        assertThat(finding().state()).isEqualTo(CheckState.STOP);

        discarded(days(1), "B-9");
        lot(Optional.empty(), List.of(), Optional.empty());
        assertThat(finding().finding()).isEqualTo("bag B-9 is discarded");
    }

    @Test
    void eachBagIsJudgedAtItsOwnStart() {
        journey.infused(infusion(bag("B-1", Duration.ofMinutes(30)), later("B-2")));
        assertThat(finding().state()).isEqualTo(CheckState.GREEN);

        lot(Optional.of("LOT-1"), List.of("B-1", "B-2"), Optional.of(START.plusSeconds(1799)));
        assertThat(finding().state()).isEqualTo(CheckState.STOP);
        lot(Optional.of("LOT-1"), List.of("B-1", "B-2"), Optional.of(START.plusSeconds(1800)));
        assertThat(finding().state()).isEqualTo(CheckState.GREEN);

        discarded(START.plusSeconds(1800), "B-1", "B-2");
        assertThat(finding().finding()).isEqualTo("bag B-2 is discarded");
    }

    private static InfusedBag later(String bagId) {
        return new InfusedBag(
                bagId, Optional.empty(), START.plusSeconds(1800), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void afterAnotherManufactureTheDiscardOfTheProductBeforeDoesNotCount() {
        discarded(days(25));
        assertThat(finding().state()).isEqualTo(CheckState.STOP);

        journey.in(JourneyState.IN_MANUFACTURE, days(33))
                .in(JourneyState.OUT_OF_SPECIFICATION, days(30))
                .in(JourneyState.IN_MANUFACTURE, days(20));
        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
    }
}
