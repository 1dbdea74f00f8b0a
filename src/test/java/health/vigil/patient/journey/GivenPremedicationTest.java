package health.vigil.patient.journey;

import health.vigil.intake.Submission;
import health.vigil.journey.InfusedBag;
import health.vigil.journey.InfusionRecord;
import health.vigil.journey.Premedication;
import health.vigil.journey.ProductJourney;
import health.vigil.journey.TestJourney;
import health.vigil.observation.Drug;
import health.vigil.observation.Indication;
import health.vigil.observation.Medication;
import health.vigil.observation.ObservationId;
import health.vigil.observation.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GivenPremedicationTest {
    private static final Sender NURSE = new Sender("nurse-a");
    private static final Instant START = Instant.parse("2026-02-09T09:30:00Z");
    private static final Instant BEFORE = START.minus(Duration.ofMinutes(30));

    private final ProductJourney journey = TestJourney.plain();

    private static Premedication given(Drug drug, String name, Instant at) {
        return new Premedication(drug, Optional.of(name).filter(text -> !text.isEmpty()), Optional.of(at));
    }

    private static InfusionRecord infusion(Premedication... given) {
        return new InfusionRecord(
                List.of(new InfusedBag(
                        "B-1", Optional.empty(), START, Optional.empty(), Optional.empty(), Optional.empty())),
                Optional.empty(),
                "intravenous",
                List.of(given),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private List<Submission> charted(Premedication... given) {
        return GivenPremedication.of(journey, infusion(given), NURSE);
    }

    private List<String> ids(Premedication... given) {
        return charted(given).stream()
                .map(Submission::id)
                .map(ObservationId::value)
                .toList();
    }

    private static Medication medication(Drug drug, Optional<String> name) {
        return new Medication(drug, name, Optional.empty(), Optional.of(Indication.PREMEDICATION));
    }

    @Test
    void eachDrugIsAMedicationOfItsTime() {
        assertThat(charted(given(Drug.ACETAMINOPHEN, "", BEFORE)))
                .singleElement()
                .satisfies(dose -> {
                    assertThat(dose.content()).isEqualTo(medication(Drug.ACETAMINOPHEN, Optional.empty()));
                    assertThat(dose.effectiveAt()).isEqualTo(BEFORE);
                    assertThat(dose.sender()).isEqualTo(NURSE);
                });
    }

    @Test
    void withoutATimeItIsTheStartOfTheFirstBag() {
        var dose = charted(new Premedication(Drug.ACETAMINOPHEN, Optional.empty(), Optional.empty()));

        assertThat(dose).extracting(Submission::effectiveAt).containsExactly(START);
    }

    @Test
    void theSameRecordGivesTheSameIds() {
        var record = given(Drug.ACETAMINOPHEN, "", BEFORE);

        assertThat(ids(record)).isEqualTo(ids(record));
        assertThat(ids(record, record)).isEqualTo(ids(record));
        assertThat(ids(given(Drug.ACETAMINOPHEN, "Perfalgan", BEFORE))).isEqualTo(ids(record));
    }

    @Test
    void anotherDrugNameOrTimeGivesAnotherId() {
        var ids = Stream.of(
                        given(Drug.ACETAMINOPHEN, "", BEFORE),
                        given(Drug.IBUPROFEN, "", BEFORE),
                        given(Drug.OTHER, "clemastine", BEFORE),
                        given(Drug.OTHER, "dimetindene", BEFORE),
                        given(Drug.ACETAMINOPHEN, "", START))
                .flatMap(given -> ids(given).stream());

        assertThat(ids).doesNotHaveDuplicates().hasSize(5);
    }

    @Test
    void aNameIsKeptForAnotherDrugOnlyAndIsNotTooLong() {
        assertThat(charted(given(Drug.ACETAMINOPHEN, "Perfalgan", BEFORE)))
                .extracting(Submission::content)
                .containsExactly(medication(Drug.ACETAMINOPHEN, Optional.empty()));
        assertThat(charted(given(Drug.OTHER, "x".repeat(200), BEFORE)))
                .extracting(Submission::content)
                .containsExactly(medication(Drug.OTHER, Optional.of("x".repeat(100))));
    }
}
