package health.vigil.fhirview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.AuditEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AuditEventsTest {
    static GivenAudit entry(String request, String code, int status, String source, List<String> patients) {
        return new GivenAudit(
                4711,
                Instant.parse("2026-03-02T10:00:00Z"),
                "ada",
                Optional.of("nurse"),
                request,
                code,
                patients,
                source,
                status,
                Optional.empty());
    }

    private static AuditEvent of(String request, int status) {
        return AuditEvents.of(entry(request, "R", status, "10.1.2.3", List.of("p-1")));
    }

    @ParameterizedTest
    @CsvSource({
        "GET /fhir/r4/Observation, search-type",
        "GET /fhir/r4/Observation/k1, read",
        "GET /fhir/r4/Observation/k1/_history/2, vread",
        "GET /fhir/r4/Observation/k1/_history, history-instance",
        "POST /fhir/r4/Observation/_search, search-type",
        "POST /fhir/r4/Observation, create",
        "PUT /fhir/r4/Observation/k1, update",
        "DELETE /fhir/r4/Observation/k1, delete",
        "POST /fhir/r4, batch"
    })
    void aRequestOfFhirIsAnInteraction(String request, String code) {
        assertThat(of(request, 200).getSubtypeFirstRep().getCode()).isEqualTo(code);
    }

    @Test
    void anotherRequestIsNone() {
        assertThat(of("GET /v1/patients/p-1/grade", 200).hasSubtype()).isFalse();
        assertThat(of("GET /fhir/r4/Patient/p-1/$everything", 200).hasSubtype()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"200, 0", "202, 0", "304, 0", "401, 4", "404, 4", "503, 8"})
    void theOutcomeFollowsFromTheStatus(int status, String outcome) {
        assertThat(of("GET /v1/patients/p-1/grade", status).getOutcome().toCode())
                .isEqualTo(outcome);
    }

    @Test
    void whatTheServiceDidItselfIsNoRequest() {
        var event = AuditEvents.of(entry("vigil.observations", "E", 202, "vigil.observations", List.of()));

        assertThat(event.getType().getCode()).isEqualTo("110100");
        assertThat(event.getAgentFirstRep().hasNetwork()).isFalse();
    }

    /// A request may have named anything as a patient.
    @Test
    void whatIsNoPatientIdIsNoReference() {
        var event = AuditEvents.of(entry("GET /v1/patients/x/grade", "R", 404, "::1", List.of("<script>", "p-2")));

        assertThat(event.getEntity().getFirst().getWhat().hasReference()).isFalse();
        assertThat(event.getEntity().getFirst().getWhat().getIdentifier().getValue())
                .isEqualTo("<script>");
        assertThat(event.getEntity().get(1).getWhat().getReference()).isEqualTo("Patient/p-2");
    }

    @Test
    void theNumberIsReadFromTheId() {
        assertThat(AuditEvents.number(of("GET /v1/patients/p-1/grade", 200).getIdPart()))
                .hasValue(4711);
        assertThat(AuditEvents.number("audit")).isEmpty();
    }
}
