package health.vigil.journey;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static health.vigil.journey.TestJourney.START;
import static health.vigil.journey.TestJourney.about;
import static health.vigil.journey.TestJourney.correcting;
import static health.vigil.journey.TestJourney.days;
import static health.vigil.journey.TestJourney.event;
import static health.vigil.journey.TestJourney.override;
import static org.assertj.core.api.Assertions.assertThat;

class CustodyCheckTest {
    private final TestJourney journey = new TestJourney();

    private CheckFinding finding() {
        return journey.finding(JourneyCheck.CUSTODY);
    }

    @Test
    void everyEventIsWhereTheLastOneSentIt() {
        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
        assertThat(finding().finding()).isEqualTo("4 events without a gap, now at Cell laboratory");
    }

    @Test
    void anEventAtAnotherPlaceIsAStop() {
        journey.custody.set(3, event(CustodyStep.RECEIVED_BY_HOSPITAL, days(11), "Pharmacy", null));

        assertThat(finding().state()).isEqualTo(CheckState.STOP);
        assertThat(finding().finding()).contains("leaves it at Cell laboratory").contains("is at Pharmacy");
    }

    @Test
    void anEventThatMovedWithoutBeingSentIsAStop() {
        journey.custody.add(event(CustodyStep.STORED, days(10), "Ward freezer", null));

        assertThat(finding().state()).isEqualTo(CheckState.STOP);
    }

    @Test
    void whatWasSentAndNotReceivedIsOpenAndStopsTheInfusion() {
        journey.custody.remove(3);

        assertThat(finding().state()).isEqualTo(CheckState.OPEN);
        assertThat(finding().finding()).startsWith("sent from Plant to Cell laboratory at ");
        assertThat(finding().stopsTheInfusion()).isTrue();
    }

    @Test
    void withoutAReceiptOfTheHospitalItIsOpen() {
        journey.custody.subList(2, 4).clear();

        assertThat(finding().state()).isEqualTo(CheckState.OPEN);
        assertThat(finding().finding()).isEqualTo("not yet received by the hospital, now at Plant");
    }

    @Test
    void nothingRecordedIsOpen() {
        journey.custody.clear();

        assertThat(finding().state()).isEqualTo(CheckState.OPEN);
    }

    @Test
    void theOrderOfEntryNeverMatters() {
        var reversed = List.copyOf(journey.custody.reversed());
        journey.custody.clear();
        journey.custody.addAll(reversed);

        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
    }

    @Test
    void placesAreComparedWithoutCaseAndSpaces() {
        journey.custody.set(3, event(CustodyStep.RECEIVED_BY_HOSPITAL, days(11), " cell  LABORATORY", null));

        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
    }

    @Test
    void whatHappensAfterTheStartDoesNotCount() {
        journey.custody.add(event(CustodyStep.STORED, START.plusSeconds(1), "Elsewhere", null));

        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
    }

    @Test
    void aTemperatureOutOfRangeIsNoted() {
        journey.custody.set(
                3,
                new CustodyEvent(
                        UUID.randomUUID(),
                        Optional.empty(),
                        CustodyStep.RECEIVED_BY_HOSPITAL,
                        "Cell laboratory",
                        Optional.empty(),
                        Optional.of(ProductCondition.CRYO),
                        Optional.of(false),
                        List.of(),
                        Optional.empty(),
                        TestJourney.by("laboratory", days(11))));

        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
        assertThat(finding().notes()).containsExactly("temperature out of range: received-by-hospital at " + days(11));
    }

    @Test
    void noDecisionStandsForAMissingReceipt() {
        journey.overrides.add(override("J-3", days(1)));
        journey.custody.remove(3);

        assertThat(finding().state()).isEqualTo(CheckState.OPEN);
        assertThat(finding().stopsTheInfusion()).isTrue();
    }

    @Test
    void aCorrectedEventNoLongerCounts() {
        var wrong = event(CustodyStep.RECEIVED_BY_HOSPITAL, days(11), "Pharmacy", null);
        journey.custody.set(3, wrong);
        var right = correcting(wrong, event(CustodyStep.RECEIVED_BY_HOSPITAL, days(11), "Cell laboratory", null));
        journey.custody.add(right);

        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
        journey.custody.add(correcting(right, event(CustodyStep.RECEIVED_BY_HOSPITAL, days(11), "Pharmacy", null)));
        assertThat(finding().state()).isEqualTo(CheckState.STOP);
    }

    @Test
    void eachBagHasItsOwnCustody() {
        journey.custody.add(about(event(CustodyStep.SHIPPED, days(10), "Cell laboratory", "Ward freezer"), "B-1"));
        journey.custody.add(about(event(CustodyStep.STORED, days(9), "Cell laboratory", null), "B-2"));
        assertThat(finding().state()).isEqualTo(CheckState.OPEN);

        journey.custody.add(about(event(CustodyStep.STORED, days(8), "Ward freezer", null), "B-1"));
        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
        assertThat(finding().finding()).endsWith("now at Ward freezer, Cell laboratory");

        journey.custody.add(about(event(CustodyStep.STORED, days(7), "Ward freezer", null), "B-2"));
        assertThat(finding().state()).isEqualTo(CheckState.STOP);
    }

    @Test
    void afterAnotherManufactureTheCustodyOfTheProductBeforeDoesNotCount() {
        journey.in(JourneyState.IN_MANUFACTURE, days(33))
                .in(JourneyState.OUT_OF_SPECIFICATION, days(30))
                .in(JourneyState.IN_MANUFACTURE, days(20));
        journey.custody.add(event(CustodyStep.SHIPPED, days(31), "Plant", "Pharmacy"));
        assertThat(finding().state()).isEqualTo(CheckState.GREEN);

        journey.custody.remove(1);
        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
        journey.custody.set(0, event(CustodyStep.COLLECTED, days(35), "Apheresis unit", "Other plant"));
        assertThat(finding().state()).isEqualTo(CheckState.STOP);
    }

    @Test
    void aHoldDuringTheManufactureIsNoOtherManufacture() {
        journey.in(JourneyState.IN_MANUFACTURE, days(33))
                .in(JourneyState.ON_HOLD, days(30))
                .in(JourneyState.IN_MANUFACTURE, days(1));

        journey.custody.set(3, event(CustodyStep.RECEIVED_BY_HOSPITAL, days(11), "Pharmacy", null));
        assertThat(finding().state()).isEqualTo(CheckState.STOP);
    }
}
