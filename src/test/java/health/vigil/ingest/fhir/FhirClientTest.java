package health.vigil.ingest.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.RestAssured;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;

import static health.vigil.ingest.fhir.Fhir.ROOT;
import static health.vigil.ingest.fhir.Fhir.fresh;
import static health.vigil.ingest.fhir.Fhir.json;
import static health.vigil.ingest.fhir.Fhir.temperature;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

/// HAPI's client, which reads what the service offers before its first request.
@ServiceTest
class FhirClientTest {
    private static final FhirContext R4 = FhirContext.forR4();

    private static IGenericClient client() {
        var client = R4.newRestfulGenericClient(RestAssured.baseURI + ":" + RestAssured.port + ROOT);
        client.registerInterceptor(new BearerTokenAuthInterceptor(As.token(Role.INTEGRATION)));
        return client;
    }

    @Test
    void everybodyReadsWhatTheServiceOffers() {
        given().get(ROOT + "/metadata")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/fhir+json"))
                .header("Cache-Control", containsString("max-age"));

        var statement =
                client().capabilities().ofType(CapabilityStatement.class).execute();

        assertThat(statement.getFhirVersion().toCode()).isEqualTo("4.0.1");
        assertThat(statement.getRestFirstRep().getResource())
                .extracting(CapabilityStatement.CapabilityStatementRestResourceComponent::getType)
                .contains("Observation", "MedicationAdministration", "Patient", "Encounter", "Procedure");
    }

    @Test
    void twentyConditionalCreatesAtOnceMakeOneResource() throws InterruptedException {
        var patient = AdmittedPatient.justNow();
        var identifier = fresh();
        var client = client();
        Callable<String> create = () -> client.create()
                .resource(R4.newJsonParser()
                        .parseResource(Observation.class, json(temperature(patient.patientId(), identifier, "38.0"))))
                .conditional()
                .where(Observation.IDENTIFIER.exactly().systemAndIdentifier("urn:ehr", identifier))
                .execute()
                .getId()
                .getIdPart();

        try (var threads = Executors.newFixedThreadPool(20)) {
            var ids = threads.invokeAll(
                    IntStream.range(0, 20).mapToObj(_ -> create).toList());

            assertThat(ids.stream().map(id -> id.resultNow()).distinct()).hasSize(1);
        }
    }
}
