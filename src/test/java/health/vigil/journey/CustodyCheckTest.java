package health.vigil.journey;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static health.vigil.journey.TestJourney.START;
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
    void aDecisionStandsForAMissingReceiptAndNotForAGap() {
        journey.overrides.add(override("J-3", days(1)));
        journey.custody.remove(3);
        assertThat(finding().stopsTheInfusion()).isFalse();

        journey.custody.add(event(CustodyStep.STORED, days(10), "Elsewhere", null));
        assertThat(finding().stopsTheInfusion()).isTrue();
    }
}
