package health.vigil.ingest.fhir;

import health.vigil.access.As;
import health.vigil.access.Role;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Requests in FHIR, as another system of the hospital sends them.
final class Fhir {
    static final String JSON = "application/fhir+json";
    static final String ROOT = "/fhir/r4";

    /// One instant for all tests, so that the same resource can be sent again.
    @SuppressWarnings("TimeInStaticInitializer")
    private static final Instant MINUTE_AGO =
            Instant.now().minus(1, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);

    private Fhir() {}

    static String fresh() {
        return "i-" + UUID.randomUUID();
    }

    static RequestSpecification as(Role role) {
        return As.role(role).contentType(JSON).accept(JSON);
    }

    static RequestSpecification sends(String body) {
        return sends(Role.INTEGRATION, body);
    }

    static RequestSpecification sends(Role role, String body) {
        return as(role).body(bytes(body));
    }

    static ValidatableResponse create(String body) {
        return sends(body).post(ROOT + "/Observation").then();
    }

    static ValidatableResponse bundle(String type, String... entries) {
        return sends("{'resourceType': 'Bundle', 'type': '" + type + "', 'entry': [" + String.join(", ", entries)
                        + "]}")
                .post(ROOT)
                .then();
    }

    static String entry(String method, String url, String resource) {
        return "{'request': {'method': '" + method + "', 'url': '" + url + "'}, 'resource': " + resource + "}";
    }

    static byte[] bytes(String text) {
        return json(text).getBytes(StandardCharsets.UTF_8);
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }

    /// A temperature of a patient, a minute ago.
    static String temperature(String patient, String identifier, String value) {
        return temperature(patient, identifier, value, "final");
    }

    static String temperature(String patient, String identifier, String value, String status) {
        return "{'resourceType': 'Observation', 'status': '" + status + "', 'identifier': [{'system': 'urn:ehr', "
                + "'value': '" + identifier + "'}], 'subject': {'reference': 'Patient/" + patient
                + "'}, 'effectiveDateTime': '" + MINUTE_AGO + "', 'code': {'coding': [{'system': 'http://loinc.org', "
                + "'code': '8310-5'}]}, 'valueQuantity': {'value': " + value
                + ", 'system': 'http://unitsofmeasure.org', 'code': 'Cel'}}";
    }
}
