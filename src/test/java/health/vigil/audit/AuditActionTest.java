package health.vigil.audit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AuditActionTest {
    @ParameterizedTest
    @CsvSource({
        "GET /v1/patients/p-1/grade, R",
        "HEAD /v1/patients, R",
        "POST /v1/observations, C",
        "POST /fhir/r4/Observation/_search, E",
        "PUT /fhir/r4/Observation/k1, U",
        "PATCH /v1/episodes/1, U",
        "DELETE /v1/accounts/ada, D",
        "vigil.observations, E"
    })
    void theCodeFollowsFromMethodAndPath(String action, String code) {
        assertThat(AuditAction.of(action).code()).isEqualTo(code);
    }
}
