package health.vigil.journey;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UniquenessCheckTest {
    private final TestJourney journey = new TestJourney();

    private CheckState other(String coiId, String lot, JourneyState state, boolean samePatient) {
        return other(coiId, lot, Optional.of(state), samePatient);
    }

    private CheckState other(String coiId, String lot, Optional<JourneyState> state, boolean samePatient) {
        journey.related.clear();
        journey.related.add(
                new RelatedJourney(new UUID(0, 2), Optional.of(coiId), Optional.of(lot), state, samePatient));
        return journey.state(JourneyCheck.UNIQUENESS);
    }

    @Test
    void aProductHasOneJourney() {
        assertThat(journey.state(JourneyCheck.UNIQUENESS)).isEqualTo(CheckState.GREEN);
    }

    @Test
    void theSameChainOfIdentityTwiceIsAStop() {
        assertThat(other("COI-1", "LOT-9", JourneyState.RELEASED, true)).isEqualTo(CheckState.STOP);
        assertThat(other("coi-1", "LOT-9", JourneyState.RELEASED, false)).isEqualTo(CheckState.STOP);
        assertThat(journey.finding(JourneyCheck.UNIQUENESS).finding())
                .isEqualTo("another journey has the same coiId: " + new UUID(0, 2));
    }

    @Test
    void oneLotOnTwoPatientsIsAStop() {
        assertThat(other("COI-9", "LOT-1", JourneyState.RELEASED, false)).isEqualTo(CheckState.STOP);
        assertThat(other("COI-9", "LOT-1", JourneyState.RELEASED, true)).isEqualTo(CheckState.GREEN);
    }

    @Test
    void aCancelledJourneyCountsForAnotherPatientOnly() {
        assertThat(other("COI-1", "LOT-1", JourneyState.CANCELLED, true)).isEqualTo(CheckState.GREEN);
        assertThat(other("COI-1", "LOT-9", JourneyState.CANCELLED, false)).isEqualTo(CheckState.STOP);
        assertThat(other("COI-9", "LOT-1", JourneyState.CANCELLED, false)).isEqualTo(CheckState.STOP);
    }

    @Test
    void aStateOfANewerVersionCountsAsNotOver() {
        assertThat(other("COI-1", "LOT-9", Optional.empty(), true)).isEqualTo(CheckState.STOP);
    }

    @Test
    void withoutAChainOfIdentityItIsOpen() {
        journey.identity = ProductIdentity.NONE;

        assertThat(journey.state(JourneyCheck.UNIQUENESS)).isEqualTo(CheckState.OPEN);
    }
}
