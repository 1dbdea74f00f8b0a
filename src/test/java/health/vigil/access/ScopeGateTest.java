package health.vigil.access;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Which scope each request needs.
class ScopeGateTest {
    @ParameterizedTest
    @CsvSource({
        "GET, fhir/r4/Observation, Observation.s",
        "HEAD, fhir/r4/Observation, Observation.s",
        "POST, fhir/r4/Observation/_search, Observation.s",
        "GET, fhir/r4/Observation/1, Observation.r",
        "POST, fhir/r4/Observation, Observation.c",
        "PUT, fhir/r4/Observation, Observation.u",
        "PUT, fhir/r4/Observation/1, Observation.u",
        "DELETE, fhir/r4/Observation/1, Observation.d",
        "GET, fhir/r4/Patient/1, Patient.r",
        "GET, fhir/r4/Patient/1/$everything, *.rs",
        "POST, v1/observations, Observation.c",
        "GET, v1/alerts, *.rs",
        "GET, v1/patients/1/grade, *.rs",
        "POST, v1/episodes, *.cud",
        "DELETE, v1/webhooks/1, *.cud"
    })
    void aRequestNeedsItsScopeAndNoOtherWillDo(String method, String path, String needed) {
        assertThat(ScopeGate.allows(FhirScopes.of("system/" + needed), method, path))
                .isTrue();
        for (var letter : List.of("c", "r", "u", "d", "s")) {
            var others = "cruds".replaceAll("[" + needed.replaceAll(".*\\.", "") + "]", "");
            assertThat(ScopeGate.allows(FhirScopes.of("system/*." + others + " system/Flag." + letter), method, path))
                    .as(letter)
                    .isFalse();
        }
        assertThat(ScopeGate.allows(FhirScopes.of("system/Flag.cruds patient/*.cruds"), method, path))
                .isFalse();
    }

    /// What concerns no patient, and a Bundle, whose entries are checked one by one.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fhir/r4",
                "fhir/r4/metadata",
                "fhir/r4/CodeSystem",
                "fhir/r4/CodeSystem/issue",
                "fhir/r4/Device/vigil",
                "fhir/r4/.well-known/smart-configuration",
                "v1/session"
            })
    void definitionsNeedNoScope(String path) {
        assertThat(ScopeGate.allows(FhirScopes.of("patient/*.rs"), "GET", path)).isTrue();
    }
}
