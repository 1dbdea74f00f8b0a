package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.Content;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationIds;
import health.vigil.observation.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static health.vigil.grading.Story.INFUSION;
import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.attributed;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.retracted;
import static health.vigil.grading.Story.temperature;
import static org.assertj.core.api.Assertions.assertThat;

/// What was known at which time: dates ahead of their receipt, entries about the past, and retractions.
class KnowledgeTest {
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    private final List<Observation> observations = new ArrayList<>();

    private void add(Instant receivedAt, String id, Instant effectiveAt, Content content) {
        observations.add(
                new Observation(ObservationIds.of(id), new PatientId("p-1"), effectiveAt, receivedAt, content));
    }

    private Grade crs(Instant at, Instant knownAt) {
        var patient = new Patient(INFUSION, 50, Baseline.NONE);
        return new InMemoryGrading(Policy.DEFAULT, patient, observations)
                .report(at, knownAt)
                .crs()
                .grade();
    }

    @Test
    void anObservationDatedMoreThanTwoMinutesAheadNeverCounts() {
        var receipt = hour(10);
        add(receipt, "ahead", receipt.plus(TOLERANCE).plus(STEP), temperature("39"));
        assertThat(crs(hour(12), hour(12))).isEqualTo(Grade.UNKNOWN);

        add(receipt, "early", receipt.plus(TOLERANCE), temperature("39"));

        assertThat(crs(receipt.plus(TOLERANCE).minus(STEP), hour(12))).isEqualTo(Grade.UNKNOWN);
        assertThat(crs(receipt.plus(TOLERANCE), hour(12))).isEqualTo(Grade.ONE);
    }

    @Test
    void anAttributionActsWhateverItsOwnDate() {
        add(hour(10), "fever", hour(10), temperature("39"));

        add(hour(11), "sepsis", hour(300), attributed(Component.FEVER, 9));

        assertThat(crs(hour(12), hour(11).minus(STEP))).isEqualTo(Grade.ONE);
        assertThat(crs(hour(12), hour(11))).isEqualTo(Grade.ZERO);
    }

    @Test
    void aRetractionActsFromItsReceiptOn() {
        add(hour(9), "early", hour(9), retracted("fever"));
        add(hour(10), "fever", hour(10), temperature("39"));
        add(hour(10), "again", hour(10), temperature("39.5"));

        add(hour(11), "late", hour(3), retracted("again"));

        assertThat(crs(hour(12), hour(11).minus(STEP))).isEqualTo(Grade.ONE);
        assertThat(crs(hour(12), hour(11))).isEqualTo(Grade.UNKNOWN);
    }

    @Test
    void aRetractionCannotBeWithdrawn() {
        add(hour(10), "fever", hour(10), temperature("39"));
        add(hour(11), "mistake", hour(11), retracted("fever"));

        add(hour(12), "regret", hour(12), retracted("mistake"));

        assertThat(crs(hour(13), hour(13))).isEqualTo(Grade.UNKNOWN);
    }
}
