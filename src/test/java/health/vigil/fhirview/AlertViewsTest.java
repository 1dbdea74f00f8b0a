package health.vigil.fhirview;

import java.util.Optional;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueSeverity;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

import static health.vigil.fhirview.ViewSamples.AT;
import static health.vigil.fhirview.ViewSamples.alert;
import static health.vigil.fhirview.ViewSamples.episode;
import static org.assertj.core.api.Assertions.assertThat;

/// Alerts, episodes and patients as resources.
class AlertViewsTest {
    @Test
    void anAlertIsPreliminaryUntilItIsResolved() {
        assertThat(AlertIssue.of(alert("crs-grade", Optional.empty())).getStatus())
                .isEqualTo(DetectedIssueStatus.PRELIMINARY);
        assertThat(AlertIssue.of(alert("crs-grade", Optional.of(AT))).getStatus())
                .isEqualTo(DetectedIssueStatus.FINAL);
    }

    @Test
    void anAlertNamesWhatRaisedItAndWhoAcknowledgedIt() {
        var issue = AlertIssue.of(alert("crs-grade", Optional.empty()));

        assertThat(issue.getSeverity()).isEqualTo(DetectedIssueSeverity.MODERATE);
        assertThat(issue.getImplicated())
                .extracting(Reference::getReference)
                .contains("Observation/gc17")
                .hasSize(6);
        assertThat(issue.getMitigationFirstRep().getAction().getText()).isEqualTo("acknowledged: fluids started");
        assertThat(issue.getMitigationFirstRep().getAuthor().getDisplay()).isEqualTo("nurse");
        assertThat(issue.getExtension()).hasSize(2);
    }

    @Test
    void aFlagIsActiveWhileTheAlertIsNotResolved() {
        assertThat(AlertFlag.of(alert("urgent-finding", Optional.empty())))
                .hasValueSatisfying(flag -> assertThat(flag.getStatus()).isEqualTo(FlagStatus.ACTIVE));
        assertThat(AlertFlag.of(alert("urgent-finding", Optional.of(AT))))
                .hasValueSatisfying(flag -> assertThat(flag.getStatus()).isEqualTo(FlagStatus.INACTIVE));
        assertThat(AlertFlag.of(alert("check-overdue", Optional.empty()))).isEmpty();
    }

    @Test
    void anEpisodeBeginsWithTheAdmissionOrTheInfusion() {
        var active = EpisodeResources.episode(episode(Optional.empty(), Optional.empty()));

        assertThat(active.getStatus()).isEqualTo(EpisodeOfCareStatus.ACTIVE);
        assertThat(active.getPeriod().getStartElement().getValueAsString()).isEqualTo("2026-03-02T09:00:00Z");
        assertThat(EpisodeResources.episode(episode(Optional.of(AT), Optional.empty()))
                        .getStatus())
                .isEqualTo(EpisodeOfCareStatus.FINISHED);
        assertThat(EpisodeResources.episode(episode(Optional.of(AT), Optional.of("twice")))
                        .getStatus())
                .isEqualTo(EpisodeOfCareStatus.ENTEREDINERROR);
    }

    @Test
    void eachInfusionOfCellsIsAProcedure() {
        var infusions = EpisodeResources.infusions(episode(Optional.empty(), Optional.empty()), AT);

        assertThat(infusions)
                .extracting(procedure -> procedure.getStatus())
                .containsExactly(ProcedureStatus.COMPLETED, ProcedureStatus.PREPARATION);
        assertThat(ResourceIds.cells(infusions.get(1).getIdPart()))
                .hasValueSatisfying(id -> assertThat(id.number()).isEqualTo(2));
        assertThat(infusions.getFirst().getCode().getCodingFirstRep().getCode()).isEqualTo("L01XL03");
    }

    @Test
    void aPatientWithoutAFamilyNameSaysSo() {
        var patient = EpisodeResources.patient(episode(Optional.empty(), Optional.empty()), "urn:mrn");

        assertThat(patient.getNameFirstRep().getText()).isEqualTo("Ada Ward");
        assertThat(patient.getNameFirstRep().getFamilyElement().getExtension()).hasSize(1);
        assertThat(patient.getBirthDateElement().getValueAsString()).isEqualTo("1961-05");
        assertThat(patient.getIdentifierFirstRep().getSystem()).isEqualTo("urn:mrn");
    }
}
