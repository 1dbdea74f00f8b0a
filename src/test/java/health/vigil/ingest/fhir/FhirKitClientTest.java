package health.vigil.ingest.fhir;

import health.vigil.Eventually;
import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.client.NodeScript;
import io.restassured.RestAssured;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The client of the npm package fhir-kit-client, from its own JavaScript.
@ServiceTest
class FhirKitClientTest {
    private static String base() {
        return RestAssured.baseURI + ":" + RestAssured.port + Fhir.ROOT;
    }

    @Test
    void itWritesAndReads() {
        var patient = AdmittedPatient.daysAgo(1);
        var at = Instant.now().minus(1, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);

        NodeScript.passes("fhir-write.mjs", base(), As.token(Role.INTEGRATION), patient.patientId(), at);

        Eventually.await()
                .untilAsserted(() -> assertThat(As.role(Role.NURSE)
                                .get(Fhir.ROOT + "/Observation?category=vital-signs&patient=" + patient.patientId())
                                .jsonPath()
                                .getList("entry"))
                        .hasSize(7));
        NodeScript.passes("fhir-read.mjs", base(), As.token(Role.NURSE), patient.patientId());
    }
}
