package health.vigil.fhirview;

import health.vigil.observation.InfusionAction;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.junit.jupiter.api.Test;

import static health.vigil.fhirview.ViewSamples.AT;
import static health.vigil.fhirview.ViewSamples.drugs;
import static health.vigil.fhirview.ViewSamples.given;
import static health.vigil.fhirview.ViewSamples.ofDevice;
import static health.vigil.fhirview.ViewSamples.vasopressor;
import static health.vigil.fhirview.ViewSamples.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

/// Doses and infusions as MedicationAdministrations.
class DrugAdministrationsTest {
    private static List<MedicationAdministration> of(GivenObservation... records) {
        return DrugAdministrations.of(List.of(records)).stream()
                .map(DrugAdministrations.DrugAdministration::resource)
                .toList();
    }

    @Test
    void theRecordsOfAnInfusionAreOneResource() {
        var all = of(drugs().toArray(GivenObservation[]::new));

        assertThat(all)
                .extracting(MedicationAdministration::getStatus)
                .containsExactly(
                        MedicationAdministrationStatus.COMPLETED,
                        MedicationAdministrationStatus.COMPLETED,
                        MedicationAdministrationStatus.INPROGRESS);
        var ended = all.getFirst();
        assertThat(ended.getEffectivePeriod().getEndElement().getValueAsString())
                .isEqualTo("2026-03-02T10:20:00Z");
        assertThat(ended.getDosage().getRateQuantity().getValue()).isEqualByComparingTo("0.10");
        assertThat(all.getLast().getEffectivePeriod().hasEnd()).isFalse();
        assertThat(ended.getMedicationCodeableConcept().getCoding())
                .extracting(Coding::getCode)
                .containsExactly("7512", "C01CA03");
    }

    @Test
    void aPausedInfusionIsOnHold() {
        var all = of(
                given("v-1", AT, vasopressor(InfusionAction.STARTED, "0.05")),
                given("v-2", AT.plusSeconds(60), vasopressor(InfusionAction.PAUSED, "0.05")));

        assertThat(all).hasSize(1);
        assertThat(all.getFirst().getStatus()).isEqualTo(MedicationAdministrationStatus.ONHOLD);
        assertThat(all.getFirst().getEffectivePeriod().getEnd())
                .isEqualTo(AT.plusSeconds(60).toString());
    }

    /// As for grading: starts minus ends.
    @Test
    void startedTwiceAndStoppedOnceItStillRuns() {
        var runs = List.of(
                given("v-1", AT, vasopressor(InfusionAction.STARTED, "0.05")),
                given("v-2", AT.plusSeconds(60), vasopressor(InfusionAction.STARTED, "0.05")),
                given("v-3", AT.plusSeconds(120), vasopressor(InfusionAction.STOPPED, "0.05")));
        var ended = Stream.concat(
                runs.stream(),
                Stream.of(given("v-4", AT.plusSeconds(180), vasopressor(InfusionAction.STOPPED, "0.05"))));

        var all = of(runs.toArray(GivenObservation[]::new));

        assertThat(all).hasSize(1);
        assertThat(all.getFirst().getStatus()).isEqualTo(MedicationAdministrationStatus.INPROGRESS);
        assertThat(all.getFirst().getEffectivePeriod().hasEnd()).isFalse();
        assertThat(of(ended.toArray(GivenObservation[]::new)))
                .extracting(MedicationAdministration::getStatus)
                .containsExactly(MedicationAdministrationStatus.COMPLETED);
    }

    @Test
    void theInfusionOfADeviceIsNotEndedByAnotherRecord() {
        var all = of(
                ofDevice(given("v-1", AT, vasopressor(InfusionAction.STARTED, "0.05"))),
                given("v-2", AT.plusSeconds(60), vasopressor(InfusionAction.STARTED, "0.02")),
                given("v-3", AT.plusSeconds(120), vasopressor(InfusionAction.STOPPED, "0.02")));

        assertThat(all)
                .extracting(MedicationAdministration::getStatus)
                .containsExactly(MedicationAdministrationStatus.INPROGRESS, MedicationAdministrationStatus.COMPLETED);
    }

    /// Grading takes ends first.
    @Test
    void anInfusionThatIsReplacedAtOneInstantEnds() {
        var all = of(
                given("v-2", AT, vasopressor(InfusionAction.STARTED, "0.05")),
                given("v-1", AT.plusSeconds(60), vasopressor(InfusionAction.STARTED, "0.02")),
                given("v-3", AT.plusSeconds(60), vasopressor(InfusionAction.STOPPED, "0.05")));

        assertThat(all)
                .extracting(MedicationAdministration::getStatus)
                .containsExactly(MedicationAdministrationStatus.COMPLETED, MedicationAdministrationStatus.INPROGRESS);
    }

    @Test
    void anInfusionCanBeReadByTheIdOfEachOfItsRecords() {
        var records = drugs();

        var infusion = DrugAdministrations.of(records).getFirst();

        assertThat(infusion.ids())
                .isEqualTo(records.subList(0, 3).stream()
                        .map(record -> ResourceIds.of(record.id(), ResourcePart.DRUG))
                        .collect(Collectors.toSet()));
        assertThat(infusion.ids()).contains(infusion.resource().getIdPart());
    }

    @Test
    void anEndWithoutAStartIsAnInfusionWhoseStartIsUnknown() {
        var all = of(given("v-1", vasopressor(InfusionAction.STOPPED, "0.05")));

        assertThat(all).hasSize(1);
        assertThat(all.getFirst().getStatus()).isEqualTo(MedicationAdministrationStatus.COMPLETED);
        assertThat(all.getFirst().getEffectivePeriod().hasStart()).isFalse();
        assertThat(all.getFirst().getEffectivePeriod().getEndElement().getValueAsString())
                .isEqualTo(AT.toString());
    }

    @Test
    void aRetractedStartStaysReadableAndTheNextRecordBeginsTheInfusion() {
        var all = of(
                withdrawn(given("v-1", AT, vasopressor(InfusionAction.STARTED, "0.05"))),
                given("v-2", AT.plusSeconds(60), vasopressor(InfusionAction.CHANGED, "0.10")));

        assertThat(all)
                .extracting(MedicationAdministration::getStatus)
                .containsExactly(
                        MedicationAdministrationStatus.ENTEREDINERROR, MedicationAdministrationStatus.INPROGRESS);
        assertThat(all.getFirst().hasDosage()).isFalse();
    }
}
