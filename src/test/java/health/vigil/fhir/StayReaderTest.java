package health.vigil.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.exchange.Person;
import health.vigil.exchange.Place;
import health.vigil.exchange.StayChange;
import health.vigil.exchange.StayReport;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.fhir.Resources.json;
import static health.vigil.fhir.Resources.line;
import static health.vigil.fhir.Resources.read;
import static org.assertj.core.api.Assertions.assertThat;

/// What Patient and Encounter say about a stay.
class StayReaderTest {
    private static StayReport report(ObjectNode resource) {
        return ((FhirResult.OfStayReport) read(resource)).report();
    }

    private static ObjectNode patient(String rest) {
        return json("{'resourceType': 'Patient', 'identifier': [{'system': 'urn:mrn', 'value': 'p-1'}]" + rest + "}");
    }

    @Test
    void aPatientHasFactsOfAPerson() {
        var report = report(patient(", 'name': [{'family': 'Ward', 'given': ['Ada', 'May']}], 'gender': 'female', "
                + "'birthDate': '1968-04', 'meta': {'lastUpdated': '2026-03-02T10:00:00Z'}"));

        assertThat(report.change()).isEqualTo(StayChange.UPDATED);
        assertThat(report.patient()).isEqualTo(new PatientId("p-1"));
        assertThat(report.person())
                .isEqualTo(new Person(
                        Optional.of("Ward"), Optional.of("Ada May"), Optional.of("1968-04"), Optional.of("female")));
        assertThat(report.changedAt()).contains(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(report.dead()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            , 'deceasedBoolean': true                    | true
            , 'deceasedDateTime': '2026-03-02'           | true
            , 'deceasedBoolean': false                   | false
            """)
    void aDeathIsOnlyReported(String rest, boolean dead) {
        assertThat(report(patient(rest)).dead()).isEqualTo(dead);
    }

    @Test
    void aReplacedPatientIsMerged() {
        var report = report(patient(", 'active': false, 'link': [{'type': 'replaced-by', 'other': "
                + "{'identifier': {'system': 'urn:mrn', 'value': 'p-2'}}}]"));

        assertThat(report.change()).isEqualTo(StayChange.MERGED);
        assertThat(report.patient()).isEqualTo(new PatientId("p-2"));
        assertThat(report.other()).contains(new PatientId("p-1"));
    }

    @Test
    void aPatientWithoutOurIdIsRefused() {
        assertThat(line(json("{'resourceType': 'Patient', 'identifier': [{'system': 'urn:x', 'value': '1'}]}")))
                .isEqualTo("422 Patient.identifier holds no identifier of a patient that is known here");
    }

    @Test
    void aPatientHasOneNumberOfOurs() {
        assertThat(line(json("{'resourceType': 'Patient', 'identifier': [{'system': 'urn:mrn', 'value': 'p-1'}, "
                        + "{'system': 'urn:mrn', 'value': 'p-2'}]}")))
                .isEqualTo("422 Patient.identifier holds two different identifiers of our patients");
        assertThat(line(json("{'resourceType': 'Patient', 'identifier': [{'system': 'urn:mrn', 'value': 'p-1'}, "
                        + "{'system': 'urn:mrn', 'value': 'p-2', 'use': 'old'}]}")))
                .isEqualTo("stay updated");
    }

    private static ObjectNode encounter(String status, String rest) {
        return json("{'resourceType': 'Encounter', 'status': '" + status
                + "', 'identifier': [{'system': 'urn:visit', 'value': 'v-1'}], 'class': {'code': 'IMP'}, "
                + "'subject': {'identifier': {'system': 'urn:mrn', 'value': 'p-1'}}" + rest + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "planned, stay planned",
        "arrived, stay admitted",
        "triaged, stay admitted",
        "in-progress, stay reopened",
        "onleave, stay reopened",
        "finished, stay ended",
        "cancelled, stay cancelled",
        "entered-in-error, stay cancelled",
        "unknown, 422 Encounter.status must say whether the stay goes on"
    })
    void theStatusOfAnEncounterIsThatOfTheStay(String status, String line) {
        assertThat(line(encounter(status, ""))).isEqualTo(line);
    }

    @Test
    void anEncounterSaysWhereThePatientLies() {
        var report = report(encounter(
                "in-progress",
                ", 'period': {'start': '2026-03-02T10:00:00Z'}, 'contained': [{'resourceType': 'Location', 'id': 'w', "
                        + "'identifier': [{'value': 'HEM'}]}], 'location': ["
                        + "{'status': 'completed', 'location': {'identifier': {'value': 'ER'}}}, "
                        + "{'status': 'active', 'location': {'reference': '#w'}}, "
                        + "{'status': 'active', 'physicalType': {'coding': [{'code': 'bd'}]}, "
                        + "'location': {'identifier': {'value': '12'}}}]"));

        assertThat(report.place()).isEqualTo(new Place(Optional.of("HEM"), Optional.empty(), Optional.of("12")));
        assertThat(report.visit()).contains("v-1");
        assertThat(report.category()).contains("IMP");
        assertThat(report.from()).contains(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(report.until()).isEmpty();
    }
}
