package health.vigil.api.fhir;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.MonitorWrites;
import health.vigil.fhir.FhirCapabilities;
import health.vigil.fhir.FhirCapabilities.ResourceCapability;
import health.vigil.fhir.FhirCapabilities.SearchCapability;
import health.vigil.observation.Content;
import health.vigil.observation.Drug;
import health.vigil.observation.Medication;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/// The parameters of searches: those that the CapabilityStatement names are those that are taken.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class FhirParametersTest {
    private static final String BASE = "/fhir/r4/";

    /// What every search takes, and what a search for something of a patient takes.
    private static final Map<String, Set<String>> TAKEN = Map.ofEntries(
            Map.entry("AuditEvent", AuditEventSearch.PARAMETERS),
            Map.entry("DetectedIssue", FhirAlertSearch.OF_ISSUES),
            Map.entry("Encounter", EncounterSearch.PARAMETERS),
            Map.entry("EpisodeOfCare", EpisodeSearch.OF_EPISODES),
            Map.entry("Flag", FhirAlertSearch.OF_FLAGS),
            Map.entry("MedicationAdministration", AdministrationSearch.PARAMETERS),
            Map.entry("Observation", ObservationSearch.PARAMETERS),
            Map.entry("Patient", EpisodeSearch.OF_PATIENTS),
            Map.entry("Procedure", InfusionSearch.PARAMETERS),
            Map.entry("Provenance", ProvenanceSearch.PARAMETERS));

    @Inject
    MonitorWrites writes;

    static Stream<ResourceCapability> taken() {
        return FhirCapabilities.resources().stream().filter(capability -> TAKEN.containsKey(capability.type()));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void theStatementNamesWhatIsTaken(ResourceCapability capability) {
        var included = Set.of("_include", "_revinclude");
        var taken = Optional.ofNullable(TAKEN.get(capability.type())).orElseThrow().stream()
                .filter(name -> !included.contains(name))
                .toList();

        assertThat(capability.parameters().stream().map(SearchCapability::name))
                .containsExactlyInAnyOrderElementsOf(taken);
    }

    @Test
    void everySearchIsCompared() {
        var searched = FhirCapabilities.resources().stream()
                .filter(capability -> capability.interactions().contains("search-type"))
                .map(ResourceCapability::type)
                .collect(Collectors.toSet());
        searched.removeAll(Set.of("CodeSystem", "Subscription"));

        assertThat(TAKEN.keySet()).isEqualTo(searched);
    }

    private static ValidatableResponse found(Role role, String search) {
        return As.role(role).get(BASE + search).then().statusCode(200);
    }

    private void charted(AdmittedPatient patient, int minute, Content content) {
        writes.insert(
                List.of(MonitorWrites.observation(patient, patient.infusedAt().plusSeconds(60L * minute), content)));
    }

    private static VitalSigns pressure() {
        return new VitalSigns(
                Map.of(VitalSign.SYSTOLIC, new BigDecimal("84"), VitalSign.DIASTOLIC, new BigDecimal("50")),
                Optional.empty());
    }

    @Test
    void aComponentIsFoundByItsCode() {
        var patient = AdmittedPatient.daysAgo(1);
        charted(patient, 1, pressure());
        var search = "Observation?patient=" + patient.patientId();

        found(Role.NURSE, search + "&combo-code=8480-6").body("entry", hasSize(1));
        found(Role.NURSE, search + "&combo-code=http://loinc.org|85354-9").body("entry", hasSize(1));
        found(Role.NURSE, search + "&code=8480-6").body("entry", nullValue());
        found(Role.NURSE, search + "&combo-code=8867-4").body("entry", nullValue());
    }

    @Test
    void theOriginsOfResultsAreIncluded() {
        var patient = AdmittedPatient.daysAgo(1);
        charted(patient, 1, pressure());
        var search = "Observation?code=85354-9&_revinclude=Provenance:target&patient=" + patient.patientId();

        var id = found(Role.NURSE, search)
                .body("entry.search.mode", equalTo(List.of("match", "include")))
                .extract()
                .<String>path("entry[0].resource.id");
        found(Role.NURSE, search).body("entry[1].resource.target[0].reference", equalTo("Observation/" + id));
        As.role(Role.DASHBOARD).get(BASE + search).then().statusCode(403);
    }

    /// First those of the Observations, then those of the drugs, over as many pages as there are.
    @Test
    void theOriginsOfAPatientAreFound() {
        var patient = AdmittedPatient.daysAgo(1);
        charted(patient, 1, pressure());
        charted(patient, 2, pressure());
        charted(patient, 3, new Medication(Drug.TOCILIZUMAB, Optional.empty(), Optional.empty(), Optional.empty()));
        var search = "Provenance?patient=" + patient.patientId();
        var after = patient.infusedAt();

        found(Role.NURSE, search + "&recorded=ge" + after).body("entry", hasSize(3));
        found(Role.NURSE, search + "&recorded=lt" + after).body("entry", nullValue());
        var targets = new ArrayList<String>();
        var next = Optional.of(BASE + search + "&_count=1");
        while (next.isPresent()) {
            var page = As.role(Role.NURSE).urlEncodingEnabled(false).get(next.get());
            targets.addAll(page.jsonPath().getList("entry.resource.target[0].reference", String.class));
            next = Optional.ofNullable(page.path("link.find { it.relation == 'next' }?.url"));
        }
        assertThat(targets.stream().map(target -> target.split("/", 2)[0]))
                .containsExactly("Observation", "Observation", "MedicationAdministration");
        assertThat(targets).doesNotHaveDuplicates();
        As.role(Role.INTEGRATION).get(BASE + search).then().statusCode(400);
        As.role(Role.NURSE).get(BASE + "Provenance").then().statusCode(400);
    }

    @Test
    void onlyTheNumberOfResultsCanBeAsked() {
        var patient = AdmittedPatient.daysAgo(1);
        charted(patient, 1, pressure());
        charted(patient, 2, pressure());

        found(Role.NURSE, "Observation?code=85354-9&_summary=count&patient=" + patient.patientId())
                .body("total", equalTo(2))
                .body("entry", nullValue())
                .body("link.relation", equalTo(List.of("self")));
        found(Role.NURSE, "CodeSystem?_summary=count&url=urn:none").body("total", equalTo(0));
    }

    @Test
    void episodesAreFoundByTheirPeriod() {
        var patient = AdmittedPatient.daysAgo(3);
        var search = "EpisodeOfCare?patient=" + patient.patientId();
        var begin = patient.infusedAt();

        found(Role.NURSE, search + "&date=ge" + begin.plusSeconds(60)).body("entry", hasSize(1));
        found(Role.NURSE, search + "&date=lt" + begin.plusSeconds(60)).body("entry", hasSize(1));
        found(Role.NURSE, search + "&date=lt" + begin.minusSeconds(60)).body("entry", nullValue());
        found(Role.NURSE, search + "&_sort=date").body("entry", hasSize(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"NURSE", "REGISTRY"})
    void anInfusionIsFoundByItsIdentifier(Role role) {
        var patient = AdmittedPatient.daysAgo(3);
        var search = "Procedure?patient=" + patient.patientId();
        var id = found(role, search).extract().<String>path("entry[0].resource.id");

        found(role, search + "&_sort=date&identifier=http://health.vigil/fhir/resource-id|" + id)
                .body("entry.resource.id", equalTo(List.of(id)));
        found(role, search + "&identifier=another").body("entry", nullValue());
    }
}
