package health.vigil.fhirview;

import health.vigil.observation.InfusionAction;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.junit.jupiter.api.Test;

import static health.vigil.fhirview.ViewSamples.AT;
import static health.vigil.fhirview.ViewSamples.drugs;
import static health.vigil.fhirview.ViewSamples.given;
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
    }

    @Test
    void anEndWithoutAStartIsNoInfusion() {
        assertThat(of(given("v-1", vasopressor(InfusionAction.STOPPED, "0.05"))))
                .isEmpty();
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
