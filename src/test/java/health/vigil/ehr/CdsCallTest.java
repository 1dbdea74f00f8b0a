package health.vigil.ehr;

import health.vigil.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CdsCallTest {
    private static final String SYSTEM = "urn:vigil:patient";
    private static final String CALL = """
            {"hook": "patient-view", "hookInstance": "d1577c69", "fhirServer": "https://ehr.example/fhir",
             "fhirAuthorization": {"access_token": "secret", "token_type": "Bearer", "scope": "patient/*.read"},
             "context": {"userId": "Practitioner/7", "patientId": "e-1", "encounterId": null},
             "extension": {"com.example": [1]},
             "prefetch": {"patient": {"resourceType": "Patient", "id": "e-1", "identifier": [
                {"system": "urn:other", "value": "99"},
                {"use": "old", "system": "urn:vigil:patient", "value": "p-0"},
                {"system": "urn:vigil:patient", "value": "p-1"}]}}}
            """;

    private static CdsCall read(String text) {
        return CdsCall.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int status(ThrowingCallable reading) {
        return catchThrowableOfType(ProblemException.class, reading).problem().status();
    }

    @Test
    void thePatientIsTheIdentifierInTheHospitalsSystemThatIsNotOld() {
        var call = read(CALL);

        assertThat(call.user()).isEqualTo("Practitioner/7");
        assertThat(call.identifier(SYSTEM)).isEqualTo("p-1");
    }

    @Test
    void theFhirServerAndItsTokenAreNotKept() {
        assertThat(read(CALL).toString()).doesNotContain("secret", "ehr.example");
    }

    @Test
    void thePrefetchedPatientIsTheOneInTheContext() {
        assertThat(status(() -> read(CALL.replace("\"id\": \"e-1\"", "\"id\": \"e-2\""))))
                .isEqualTo(400);
        assertThat(status(() -> read(CALL.replace("\"id\": \"e-1\",", "")))).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient-view", "Practitioner/7", "e-1\", \"encounterId", "d1577c69"})
    void whatIsNoCallOfThisHookIsRefused(String needed) {
        assertThat(status(() -> read(CALL.replaceFirst(needed, "")))).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient/7", "RelatedPerson/7", "7", "Practitioner/7/_history/1", "Practitioner/a b"})
    void onlyStaffGetCards(String user) {
        assertThat(status(() -> read(CALL.replace("Practitioner/7", user)))).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"\"prefetch\", \"fetched\"", "\"patient\":, \"person\":", "\"Patient\", \"Person\""})
    void withoutThePrefetchedPatientTheCallFails(String needed, String other) {
        assertThat(status(() -> read(CALL.replace(needed, other)))).isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:nothing", "urn:vigil"})
    void withoutAnIdentifierInTheSystemTheCallFails(String system) {
        assertThat(status(() -> read(CALL).identifier(system))).isEqualTo(412);
    }

    @Test
    void twoIdentifiersInTheSystemAreAsUnclearAsNone() {
        var two = read(CALL.replace("\"use\": \"old\", ", ""));

        assertThat(status(() -> two.identifier(SYSTEM))).isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"hook\":1,\"hook\":2}", "null"})
    void whatIsNoObjectIsRefused(String body) {
        assertThat(status(() -> read(body))).isEqualTo(400);
    }
}
