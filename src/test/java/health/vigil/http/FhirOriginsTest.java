package health.vigil.http;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import io.restassured.response.ValidatableResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/// Web applications of other origins. The tests allow `https://app.example`.
@ServiceTest
class FhirOriginsTest {
    private static final String ALLOWED = "https://app.example";
    private static final String ORIGIN = "Access-Control-Allow-Origin";

    private static ValidatableResponse preflight(String origin, String path) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "authorization, if-match")
                .options(path)
                .then();
    }

    @Test
    void anApplicationMayAskIfItsOriginIsNamed() {
        preflight(ALLOWED, "/fhir/r4/Observation/x")
                .statusCode(204)
                .header(ORIGIN, equalTo(ALLOWED))
                .header("Vary", containsString("origin"))
                .header("Access-Control-Allow-Methods", containsString("PUT"))
                .header("Access-Control-Allow-Headers", containsString("If-Match"))
                .header("Access-Control-Allow-Credentials", nullValue());
        As.role(Role.NURSE)
                .header("Origin", ALLOWED)
                .get("/fhir/r4/Flag")
                .then()
                .statusCode(200)
                .header(ORIGIN, equalTo(ALLOWED))
                .header("Access-Control-Expose-Headers", containsString("ETag"));
        given().header("Origin", ALLOWED)
                .get("/fhir/r4/Flag")
                .then()
                .statusCode(401)
                .header(ORIGIN, equalTo(ALLOWED));
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example.evil.example, /fhir/r4/Flag",
        "http://app.example, /fhir/r4/Flag",
        "https://app.example:8443, /fhir/r4/Flag",
        "null, /fhir/r4/Flag",
        "https://app.example, /v1/alerts",
        "https://app.example, /fhir/r4x",
        "https://app.example, /"
    })
    void nobodyElseMay(String origin, String path) {
        preflight(origin, path).header(ORIGIN, nullValue());
        As.role(Role.NURSE).header("Origin", origin).get(path).then().header(ORIGIN, nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://app.example/", "app.example", "https://*.example", "null"})
    void onlyExactOriginsCanBeNamed(String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FhirOrigins(Set.of(wrong)))
                .withMessageContaining("vigil.fhir.cors-origins");
    }
}
