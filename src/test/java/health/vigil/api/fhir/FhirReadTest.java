package health.vigil.api.fhir;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.MonitorWrites;
import health.vigil.fhirview.ResourceIds;
import health.vigil.observation.Analyte;
import health.vigil.observation.Content;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.LabResult;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.Sender;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/// Reads and searches of FHIR.
@ServiceTest
class FhirReadTest {
    private static final String BASE = "/fhir/r4/";

    @Inject
    @SuppressWarnings("NullAway.Init")
    MonitorWrites writes;

    private static VitalSigns signs(String temperature, String pulse) {
        return new VitalSigns(
                Map.of(
                        VitalSign.TEMPERATURE, new BigDecimal(temperature),
                        VitalSign.HEART_RATE, new BigDecimal(pulse)),
                Optional.empty());
    }

    private static LabResult crp(String value) {
        return new LabResult(
                Analyte.CRP, new BigDecimal(value), "mg/L", Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Observation charted(AdmittedPatient patient, int minute, Content content) {
        var observation = MonitorWrites.observation(patient, patient.infusedAt().plusSeconds(60L * minute), content);
        writes.insert(List.of(observation));
        return observation;
    }

    /// The tests write rows in the name of the account `nurse`.
    private static String key(Observation observation) {
        return ResourceIds.key(
                new ObservationId(new Sender("nurse"), observation.id().value()));
    }

    private static Response get(Role role, String address) {
        return As.role(role).urlEncodingEnabled(false).get(address);
    }

    private static Response search(Role role, AdmittedPatient patient, String more) {
        return get(role, BASE + "Observation?patient=" + patient.patientId() + more);
    }

    @Test
    void anObservationIsReadByItsId() {
        var patient = AdmittedPatient.daysAgo(1);
        var observation = charted(patient, 1, signs("38.0", "88"));

        get(Role.NURSE, BASE + "Observation/" + key(observation) + "-t")
                .then()
                .statusCode(200)
                .contentType("application/fhir+json")
                .header("Cache-Control", "no-store")
                .body("resourceType", equalTo("Observation"))
                .body("status", equalTo("final"))
                .body("subject.reference", equalTo("Patient/" + patient.patientId()))
                .body("valueQuantity.code", equalTo("Cel"));
        assertThat(get(Role.NURSE, BASE + "Observation/" + key(observation) + "-t")
                        .asString())
                .contains("\"value\":38,");
        for (var absent : List.of(key(observation) + "-bp", key(observation), "none", "gc999999999")) {
            get(Role.NURSE, BASE + "Observation/" + absent).then().statusCode(404);
        }
    }

    /// The database computes the id in the same way, whatever characters the sender's id has.
    @Test
    void theSendersIdMayHoldAnything() {
        var patient = AdmittedPatient.daysAgo(1);
        var sent = MonitorWrites.observation(patient, patient.infusedAt(), signs("38.0", "88"));
        var observation = new Observation(
                new ObservationId(Sender.STREAM, "a\\b/c%?#\u00e9\ud83d\ude00 " + UUID.randomUUID()),
                sent.patientId(),
                sent.effectiveAt(),
                sent.receivedAt(),
                sent.content());
        writes.insert(List.of(observation));

        get(Role.NURSE, BASE + "Observation/" + key(observation) + "-hr")
                .then()
                .statusCode(200)
                .body("identifier.value", hasItem(observation.id().value()));
    }

    @Test
    void aRetractedObservationIsReadableButNotFound() {
        var patient = AdmittedPatient.daysAgo(1);
        var observation = charted(patient, 1, signs("38.0", "88"));
        writes.retract(observation.id());

        get(Role.NURSE, BASE + "Observation/" + key(observation) + "-t")
                .then()
                .statusCode(200)
                .body("status", equalTo("entered-in-error"))
                .body("valueQuantity", nullValue());
        search(Role.NURSE, patient, "&category=vital-signs").then().body("entry", nullValue());
        search(Role.NURSE, patient, "&category=vital-signs&status=entered-in-error")
                .then()
                .body("entry", hasSize(2));
    }

    @Test
    void observationsAreFoundByCodeCategoryAndTime() {
        var patient = AdmittedPatient.daysAgo(1);
        charted(patient, 1, signs("38.0", "88"));
        charted(patient, 2, signs("38.5", "90"));
        charted(patient, 3, crp("120"));

        search(Role.NURSE, patient, "&code=http://loinc.org%7C8310-5")
                .then()
                .statusCode(200)
                .body("type", equalTo("searchset"))
                .body("entry", hasSize(2))
                .body("entry.search.mode", everyItem(equalTo("match")))
                .body("entry[0].resource.valueQuantity.value", equalTo(38.5f));
        search(Role.NURSE, patient, "&code=8310-5,8867-4").then().body("entry", hasSize(4));
        search(Role.NURSE, patient, "&code=http://snomed.info/sct%7C8310-5")
                .then()
                .body("entry", nullValue());
        search(Role.NURSE, patient, "&category=laboratory").then().body("entry", hasSize(1));
        search(Role.NURSE, patient, "&code=crp&_sort=date").then().body("entry", hasSize(1));
        var second = patient.infusedAt().plusSeconds(60).toString();
        search(Role.NURSE, patient, "&code=8310-5&date=" + second).then().body("entry", hasSize(1));
        search(Role.NURSE, patient, "&code=8310-5&date=gt" + second).then().body("entry", hasSize(1));
        search(Role.NURSE, patient, "&code=8310-5&date=ge" + second + "&_sort=date")
                .then()
                .body("entry", hasSize(2))
                .body("entry[0].resource.valueQuantity.value", equalTo(38));
    }

    @Test
    void observationsAreFoundByTheIdOfTheirSender() {
        var patient = AdmittedPatient.daysAgo(1);
        var observation = charted(patient, 1, signs("38.0", "88"));

        get(
                        Role.NURSE,
                        BASE + "Observation?identifier=http://health.vigil/fhir/observation-id%7C"
                                + observation.id().value())
                .then()
                .statusCode(200)
                .body("entry", hasSize(2));
        get(Role.NURSE, BASE + "Observation?_id=" + key(observation) + "-t,none")
                .then()
                .body("entry", hasSize(1));
    }

    @Test
    void pagesHoldEveryResultOnce() {
        var patient = AdmittedPatient.daysAgo(1);
        for (int minute = 0; minute < 7; minute++) {
            charted(patient, minute / 2, signs("38." + minute, "8" + minute));
        }
        for (var sort : List.of("date", "-date")) {
            var ids = new ArrayList<String>();
            var times = new ArrayList<String>();
            var next = Optional.of(BASE + "Observation?category=vital-signs&_count=3&patient=" + patient.patientId()
                    + "&_sort=" + sort);
            while (next.isPresent()) {
                var page = get(Role.NURSE, next.get());
                assertThat(page.statusCode()).isEqualTo(200);
                ids.addAll(page.jsonPath().getList("entry.resource.id"));
                times.addAll(page.jsonPath().getList("entry.resource.effectiveDateTime"));
                next = Optional.ofNullable(page.path("link.find { it.relation == 'next' }?.url"));
            }

            assertThat(ids).hasSize(14).doesNotHaveDuplicates();
            assertThat(times)
                    .isSortedAccordingTo((one, other) -> sort.equals("date")
                            ? Instant.parse(one).compareTo(Instant.parse(other))
                            : Instant.parse(other).compareTo(Instant.parse(one)));
        }
    }

    /// A laboratory result is found by reading all of them.
    @Test
    void aPageEndsBeforeTheWholeRecordIsRead() {
        var patient = AdmittedPatient.daysAgo(1);
        var ferritin = charted(
                patient,
                1,
                new LabResult(
                        Analyte.FERRITIN,
                        new BigDecimal("900"),
                        "ng/mL",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        writes.insert(IntStream.rangeClosed(1, 5200)
                .mapToObj(second ->
                        MonitorWrites.observation(patient, patient.infusedAt().plusSeconds(60L + second), crp("120")))
                .toList());

        var first = search(Role.NURSE, patient, "&code=ferritin&_count=1");
        first.then().statusCode(200).body("entry", nullValue());
        get(Role.NURSE, first.path("link.find { it.relation == 'next' }.url"))
                .then()
                .statusCode(200)
                .body("entry.resource.id", equalTo(List.of(key(ferritin) + "-lab")))
                .body("link.relation", equalTo(List.of("self")));
    }

    @Test
    void observationsAreFoundByTheirStatus() {
        var patient = AdmittedPatient.daysAgo(1);
        charted(patient, 1, signs("38.0", "88"));

        search(Role.NURSE, patient, "&status=final").then().body("entry", hasSize(2));
        search(Role.NURSE, patient, "&status=final,cancelled").then().body("entry", hasSize(2));
        search(Role.NURSE, patient, "&category=vital-signs&status=preliminary")
                .then()
                .statusCode(200)
                .body("entry", nullValue());
        search(Role.NURSE, patient, "&status=amended").then().statusCode(200).body("entry", nullValue());
    }

    @Test
    void aCursorOfAnotherUserIsRefused() {
        var patient = AdmittedPatient.daysAgo(1);
        charted(patient, 1, signs("38.0", "88"));
        String next = search(Role.NURSE, patient, "&category=vital-signs&_count=1")
                .path("link.find { it.relation == 'next' }.url");

        assertThat(get(Role.PHYSICIAN, next).statusCode()).isEqualTo(400);
    }

    @Test
    void aSearchByFormKeepsThePatientOutOfAddresses() {
        var patient = AdmittedPatient.daysAgo(1);
        charted(patient, 1, signs("38.0", "88"));

        var page = As.role(Role.NURSE)
                .contentType("application/x-www-form-urlencoded")
                .body("patient=" + patient.patientId() + "&category=vital-signs&_count=1")
                .post(BASE + "Observation/_search");

        page.then().statusCode(200).body("entry", hasSize(1));
        List<String> links = page.path("link.url");
        assertThat(links).hasSize(2).noneMatch(link -> link.contains(patient.patientId()));
        As.role(Role.NURSE)
                .urlEncodingEnabled(false)
                .contentType("application/x-www-form-urlencoded")
                .body("patient=" + patient.patientId() + "&category=vital-signs&_count=1")
                .post(links.get(1))
                .then()
                .statusCode(200)
                .body("entry", hasSize(1));
    }

    @Test
    void anUnknownParameterIsRefusedUnlessTheClientIsLenient() {
        var patient = AdmittedPatient.daysAgo(1);

        search(Role.NURSE, patient, "&mood=good").then().statusCode(400);
        As.role(Role.NURSE)
                .header("Prefer", "handling=lenient")
                .get(BASE + "Observation?mood=good&patient=" + patient.patientId())
                .then()
                .statusCode(200)
                .body("entry.resource.resourceType", hasItem("OperationOutcome"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Observation?patient=",
                "Observation?patient",
                "Observation?subject=%20",
                "Observation?code=8310-5&patient.identifier=",
                "Observation?_count=",
                "EpisodeOfCare?patient=",
                "DetectedIssue?subject=",
                "Flag?_id=",
                "CodeSystem?url="
            })
    void aParameterWithoutAValueIsRefused(String address) {
        assertThat(get(Role.NURSE, BASE + address).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "CodeSystem/observation?_format=xml, 406",
        "CodeSystem?_format=application/fhir%2Bxml, 406",
        "Device/vigil?_format=json, 200",
        "Device/vigil?mood=good, 400",
        "Patient/%p?_format=xml, 406",
        "EpisodeOfCare?patient=%p&_sort=code, 400",
        "Procedure?patient=%p&_sort=code, 400",
        "Patient/%p?_summary=count, 400",
        "Observation?patient=%p&_summary=text, 400",
        "Observation?patient=%p&_revinclude=AuditEvent:patient, 400"
    })
    void whatIsNotOfferedIsRefused(String address, int status) {
        var patient = AdmittedPatient.daysAgo(1);

        assertThat(get(Role.NURSE, BASE + address.replace("%p", patient.patientId()))
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void aSearchByIdsHasOnePage() {
        var patient = AdmittedPatient.daysAgo(1);
        var key = key(charted(patient, 1, signs("38.0", "88")));

        get(Role.NURSE, BASE + "Observation?_count=1&_id=" + key + "-t," + key + "-hr")
                .then()
                .body("entry", hasSize(2))
                .body("link", hasSize(1));
    }

    @Test
    void thePatientsOfTheResultsAreIncluded() {
        var patient = AdmittedPatient.daysAgo(1);
        charted(patient, 1, signs("38.0", "88"));

        search(Role.NURSE, patient, "&code=8310-5&_include=Observation:subject")
                .then()
                .body("entry.search.mode", equalTo(List.of("match", "include")))
                .body("entry[1].resource.name[0].text", equalTo("Ada Ward"));
        search(Role.NURSE, patient, "&_include=Observation:device").then().statusCode(400);
    }

    @Test
    void anotherSystemMayNotIncludePatients() {
        var patient = AdmittedPatient.daysAgo(1);

        search(Role.INTEGRATION, patient, "&_include=Observation:subject")
                .then()
                .statusCode(403);
    }

    /// The monitor grades it.
    @Test
    void theNewestGradeIsTheGradeNow() {
        var patient = AdmittedPatient.daysAgo(3);
        As.role(Role.NURSE)
                .contentType("application/json")
                .body(Map.of(
                        "id",
                        "f-" + UUID.randomUUID(),
                        "patientId",
                        patient.patientId(),
                        "effectiveAt",
                        Instant.now().minusSeconds(600).toString(),
                        "kind",
                        "vital-signs",
                        "temperature",
                        39.4))
                .post("/v1/observations")
                .then()
                .statusCode(202);

        await().untilAsserted(() -> search(Role.DASHBOARD, patient, "&code=crs-grade&_sort=-date&_count=1")
                .then()
                .statusCode(200)
                .body("entry", hasSize(1))
                .body("entry[0].resource.valueInteger", equalTo(1))
                .body("entry[0].resource.status", equalTo("preliminary"))
                .body("entry[0].resource.derivedFrom[0].reference", startsWith("Observation/"))
                .body("entry[0].resource.device.reference", equalTo("Device/vigil")));
        String grade = search(Role.NURSE, patient, "&code=crs-grade&_count=1").path("entry[0].resource.id");
        get(Role.NURSE, BASE + "Provenance?target=Observation/" + grade)
                .then()
                .statusCode(200)
                .body("entry[0].resource.entity", hasSize(1));
        await().untilAsserted(() -> get(
                        Role.DASHBOARD,
                        BASE + "DetectedIssue?code=crs-grade,fever-onset&patient=" + patient.patientId())
                .then()
                .statusCode(200)
                .body("entry.resource.status", everyItem(equalTo("preliminary")))
                .body("entry[0].resource.patient.reference", equalTo("Patient/" + patient.patientId())));
    }

    @Test
    void aDashboardReadsNoVitalSigns() {
        var patient = AdmittedPatient.daysAgo(1);
        var observation = charted(patient, 1, signs("38.0", "88"));

        search(Role.DASHBOARD, patient, "&category=vital-signs")
                .then()
                .statusCode(200)
                .body("entry", nullValue());
        get(Role.DASHBOARD, BASE + "Observation/" + key(observation) + "-t")
                .then()
                .statusCode(404);
    }

    @Test
    void anotherSystemReadsOnlyWhatItSent() {
        var patient = AdmittedPatient.daysAgo(1);
        var observation = charted(patient, 1, signs("38.0", "88"));

        search(Role.INTEGRATION, patient, "").then().statusCode(200).body("entry", nullValue());
        get(Role.INTEGRATION, BASE + "Observation/" + key(observation) + "-t")
                .then()
                .statusCode(404);
    }

    @Test
    void anInfusionIsOneAdministration() {
        var patient = AdmittedPatient.daysAgo(1);
        var start = charted(patient, 1, Vasopressor.of(VasopressorAgent.NOREPINEPHRINE, InfusionAction.STARTED));
        var end = charted(patient, 31, Vasopressor.of(VasopressorAgent.NOREPINEPHRINE, InfusionAction.STOPPED));

        get(Role.NURSE, BASE + "MedicationAdministration?patient=" + patient.patientId())
                .then()
                .statusCode(200)
                .body("entry", hasSize(1))
                .body("entry[0].resource.status", equalTo("completed"))
                .body("entry[0].resource.id", equalTo(key(start) + "-med"));
        get(Role.NURSE, BASE + "MedicationAdministration/" + key(start) + "-med")
                .then()
                .statusCode(200)
                .body("effectivePeriod.end", startsWith("20"));
        get(Role.NURSE, BASE + "MedicationAdministration/" + key(end) + "-med")
                .then()
                .statusCode(200)
                .body("id", equalTo(key(start) + "-med"));
        get(Role.NURSE, BASE + "Provenance/p." + key(start) + "-med")
                .then()
                .statusCode(200)
                .body("agent[0].who.display", equalTo("nurse"));
    }

    @Test
    void thePatientTheEpisodeAndTheInfusionOfCellsAreRead() {
        var patient = AdmittedPatient.daysAgo(1);

        get(Role.NURSE, BASE + "Patient/" + patient.patientId())
                .then()
                .statusCode(200)
                .body("identifier[0].system", equalTo("urn:vigil:patient"))
                .body("birthDate", equalTo("1961-05-17"));
        get(Role.NURSE, BASE + "Patient?identifier=urn:vigil:patient%7C" + patient.patientId())
                .then()
                .body("entry", hasSize(1));
        get(Role.NURSE, BASE + "EpisodeOfCare?patient=" + patient.patientId())
                .then()
                .body("entry.resource.id", equalTo(List.of(patient.episodeId())));
        get(Role.NURSE, BASE + "EpisodeOfCare/" + patient.episodeId())
                .then()
                .statusCode(200)
                .body("status", equalTo("active"));
        String procedure = get(Role.NURSE, BASE + "Procedure?patient=" + patient.patientId())
                .path("entry[0].resource.id");
        get(Role.NURSE, BASE + "Procedure/" + procedure).then().statusCode(200).body("status", equalTo("completed"));
        get(Role.NURSE, BASE + "Device/vigil").then().statusCode(200);
        get(Role.NURSE, BASE + "CodeSystem/observation").then().statusCode(200).body("concept.code", hasItem("ice"));
        get(Role.NURSE, BASE + "CodeSystem?url=http://health.vigil/fhir/CodeSystem/oxygen-device")
                .then()
                .body("entry", hasSize(1));
    }

    @Test
    void anAlertIsReadAsAnIssueAndAsAFlag() {
        var patient = AdmittedPatient.daysAgo(1);
        var alert = writes.raisedAtOnce(patient);

        get(Role.NURSE, BASE + "DetectedIssue/" + alert)
                .then()
                .statusCode(200)
                .body("severity", equalTo("high"))
                .body("identifier[0].value", equalTo(alert.toString()));
        get(Role.NURSE, BASE + "Flag/" + alert).then().statusCode(200).body("status", equalTo("active"));
        writes.resolve(alert);
        get(Role.NURSE, BASE + "Flag?patient=" + patient.patientId())
                .then()
                .body("entry[0].resource.status", equalTo("inactive"));
        get(Role.NURSE, BASE + "DetectedIssue?identifier=" + alert).then().body("entry", hasSize(1));
        get(Role.NURSE, BASE + "DetectedIssue?identifier=" + alert + "&identifier=another")
                .then()
                .body("entry", nullValue());
    }

    @Test
    void everythingAboutAPatientComesPageByPage() {
        var patient = AdmittedPatient.daysAgo(1);
        charted(patient, 1, signs("38.0", "88"));
        charted(patient, 2, Vasopressor.of(VasopressorAgent.NOREPINEPHRINE, InfusionAction.STARTED));
        writes.raisedAtOnce(patient);
        var types = new ArrayList<String>();
        var next = Optional.of(BASE + "Patient/" + patient.patientId() + "/$everything?_count=2");
        while (next.isPresent()) {
            var page = get(Role.PHYSICIAN, next.get());
            assertThat(page.statusCode()).isEqualTo(200);
            types.addAll(page.jsonPath().getList("entry.resource.resourceType"));
            next = Optional.ofNullable(page.path("link.find { it.relation == 'next' }?.url"));
        }

        assertThat(types)
                .contains("Patient", "EpisodeOfCare", "Procedure", "MedicationAdministration", "DetectedIssue", "Flag");
        assertThat(types.stream().filter("Observation"::equals)).hasSizeGreaterThanOrEqualTo(2);
        get(Role.NURSE, BASE + "Patient/" + patient.patientId() + "/$everything")
                .then()
                .statusCode(403);
    }

    /// Some clients encode every special character of a path.
    @Test
    void theNameOfAnOperationMayBeEncoded() {
        var patient = AdmittedPatient.daysAgo(1);
        var address = BASE + "Patient/" + patient.patientId() + "/%24everything";

        var page = get(Role.PHYSICIAN, address + "?_type=Patient&_count=1");

        page.then().statusCode(200).body("entry[0].resource.id", equalTo(patient.patientId()));
        get(Role.NURSE, address).then().statusCode(403);
        var colleague = Colleague.of(Role.PHYSICIAN, Map.of("wards", List.of("elsewhere")));
        assertThat(colleague.asks().urlEncodingEnabled(false).get(address).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient/%p",
                "Patient/%p/$everything",
                "EpisodeOfCare/%e",
                "Procedure/cells.%e.1",
                "DetectedIssue/%a",
                "Flag/%a",
                "Observation/%o-t",
                "Provenance/p.%o-t",
                "Observation?patient=%p",
                "Observation?subject=Patient/%p",
                "Observation?patient.identifier=urn:vigil:patient%7C%p",
                "MedicationAdministration?patient=%p",
                "Procedure?patient=%p",
                "DetectedIssue?patient=%p",
                "EpisodeOfCare?patient=%p",
                "Flag?patient=%p"
            })
    void aPatientOfAnotherWardIsNotThere(String address) {
        var patient = AdmittedPatient.daysAgo(1);
        var observation = charted(patient, 1, signs("38.0", "88"));
        var alert = writes.raisedAtOnce(patient);
        var path = BASE
                + address.replace("%p", patient.patientId())
                        .replace("%e", patient.episodeId())
                        .replace("%a", alert.toString())
                        .replace("%o", key(observation));
        var colleague = Colleague.of(Role.PHYSICIAN, Map.of("wards", List.of("elsewhere")));

        assertThat(colleague.asks().urlEncodingEnabled(false).get(path).statusCode())
                .isEqualTo(404);
        assertThat(get(Role.PHYSICIAN, path).statusCode()).isEqualTo(200);
    }

    @Test
    void aSearchWithoutAPatientFindsTheOwnWardOnly() {
        var mine = AdmittedPatient.daysAgo(1);
        var other = AdmittedPatient.daysAgo(1);
        charted(mine, 1, signs("38.0", "88"));
        charted(other, 1, signs("38.0", "88"));
        var colleague = Colleague.nurseOf(mine.ward());

        for (var list : List.of("Observation?category=vital-signs", "EpisodeOfCare", "DetectedIssue", "Flag")) {
            assertThat(colleague.asks().get(BASE + list).asString()).doesNotContain(other.patientId());
        }
        colleague
                .asks()
                .get(BASE + "Observation?category=vital-signs")
                .then()
                .body("entry.resource.subject.reference", everyItem(equalTo("Patient/" + mine.patientId())))
                .body("entry", hasSize(2));
    }

    @Test
    void theAuditTrailNamesThePatientsWhoWereSeen() {
        var mine = AdmittedPatient.daysAgo(1);
        charted(mine, 1, signs("38.0", "88"));
        var colleague = Colleague.nurseOf(mine.ward());
        colleague.asks().get(BASE + "Observation?category=vital-signs").then().statusCode(200);

        await().untilAsserted(() -> As.role(Role.ADMIN)
                .get("/v1/audit?patientId=" + mine.patientId() + "&actor=" + colleague.username())
                .then()
                .body("items.action", hasItem("GET /fhir/r4/Observation"))
                .body("items.action", not(hasItem("GET /fhir/r4/Observation?category=vital-signs"))));
    }
}
