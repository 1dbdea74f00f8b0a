package health.vigil.path;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.Eventually.await;
import static health.vigil.path.Messages.PATIENT;
import static health.vigil.path.Messages.id;
import static health.vigil.path.Messages.kind;
import static health.vigil.path.Messages.vitals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/// The table "What a wrong message gets" of `docs/messages.md`, row by row: over HTTP, and straight on the topic.
/// These messages are accepted; the test checks what happens to them.
@ServiceTest
class OddMessagesTest {
    @Inject
    OtherSystem other;

    private static void eventually(ThrowingRunnable assertion) {
        patiently().untilAsserted(assertion);
    }

    private static ConditionFactory patiently() {
        return await().pollDelay(Duration.ZERO);
    }

    private static ValidatableResponse post(String message) {
        return As.role(Role.INTEGRATION)
                .contentType("application/json")
                .body(message)
                .post("/v1/observations")
                .then();
    }

    private static String at(String message, Instant time) {
        return message.replace("2026-03-02T12:00:00Z", time.toString());
    }

    private static String of(String patient, String message) {
        return message.replace(PATIENT, patient);
    }

    /// Moves the message to the past as far as needed.
    private static String lately(String patient, String message) {
        return at(of(patient, message), Instant.now().minus(Duration.ofMinutes(5)));
    }

    private static String from(String device, String message) {
        return message.replace("\"patientId\":\"" + PATIENT + "\"", "\"deviceId\":\"" + device + "\"");
    }

    private static String retraction(String target) {
        return kind("retraction", "\"observationId\":\"" + target + "\",\"reason\":\"mistake\"");
    }

    /// The message on the topic, from the sender that posts here.
    private static String asPosted(String message) {
        return message.substring(0, message.lastIndexOf('}')) + ",\"enteredBy\":\""
                + As.issued(Role.INTEGRATION).username() + "\"}";
    }

    private static ValidatableResponse alerts(String patient) {
        return As.role(Role.NURSE)
                .queryParam("patientId", patient)
                .get("/v1/alerts")
                .then();
    }

    @Test
    void whatSurroundsAnObservationIsForTheTopicOnly() throws Exception {
        var patient = AdmittedPatient.daysAgo(3).patientId();
        var message = lately(
                patient,
                vitals(
                        "\"spo2\":97,\"receivedAt\":\"2026-03-02T12:00:01Z\",\"enteredBy\":\"n\",\"enteredByRole\":\"nurse\""));

        post(message)
                .statusCode(400)
                .body("violations.field", hasItem("receivedAt"))
                .body("violations.field", hasItem("enteredBy"));
        other.produces(patient, message);

        eventually(() -> assertThat(other.stored(patient)).containsExactly(id(message)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anImplausibleValueIsMarkedAndAlertedAndNotGraded(boolean overHttp) throws Exception {
        var patient = AdmittedPatient.daysAgo(3).patientId();
        var message = lately(patient, vitals("\"temperature\":60"));

        if (overHttp) {
            post(message).statusCode(202).body("warnings[0].detail", containsString("temperature"));
        } else {
            other.produces(patient, message);
        }

        eventually(() -> alerts(patient).body("items.type", hasItem("implausible-value")));
        As.role(Role.NURSE)
                .get("/v1/patients/" + patient + "/trends")
                .then()
                .body("items.find { it.parameter == 'temperature' }.points.implausible", hasItem(true));
        As.role(Role.NURSE).get("/v1/patients/" + patient + "/grade").then().body("crs.grade", nullValue());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsDatedInTheFutureIsAlertedAndNeverGraded(boolean overHttp) throws Exception {
        var patient = AdmittedPatient.daysAgo(3).patientId();
        var time = Instant.now().plus(Duration.ofHours(1));
        var message = at(of(patient, vitals("\"temperature\":39")), time);

        if (overHttp) {
            post(message).statusCode(202).body("warnings[0].detail", containsString("2 minutes"));
        } else {
            other.produces(patient, message);
        }

        eventually(() -> alerts(patient).body("items.rule", hasItem("dated-in-the-future")));
        assertThat(other.column("select graded from observation where patient_id = ?", patient))
                .containsExactly("f");
    }

    @Test
    void aRetractionThatIsDatedInTheFutureActsAndSaysSo() throws Exception {
        var patient = AdmittedPatient.daysAgo(3).patientId();
        var fever = lately(patient, vitals("\"temperature\":39"));
        var withdrawal = at(of(patient, retraction(id(fever))), Instant.now().plus(Duration.ofHours(1)));

        post(fever).statusCode(202);
        post(withdrawal).statusCode(202).body("warnings[0].detail", containsString("takes effect on what it names"));

        eventually(() -> As.role(Role.NURSE)
                .get("/v1/observations/{id}", id(withdrawal))
                .then()
                .statusCode(200)
                .body("detail", nullValue()));
        As.role(Role.NURSE).get("/v1/observations/{id}", id(fever)).then().body("retractedAt", notNullValue());
    }

    @Test
    void anIdWithOtherContentIsAcceptedAndKeptApart() throws Exception {
        var patient = AdmittedPatient.daysAgo(3).patientId();
        var first = of(patient, vitals("\"temperature\":38"));
        post(first).statusCode(202);

        post(first.replace(":38", ":39")).statusCode(202);
        other.producesSigned(patient, asPosted(first.replace(":38", ":40")));

        eventually(() -> assertThat(other.keptOf(patient)).containsExactly("id-conflict", "id-conflict"));
        alerts(patient).body("items.rule", hasItem("conflicting-observation"));
    }

    @Test
    void equalContentInAnotherUnitChangesNothing() throws Exception {
        var patient = AdmittedPatient.daysAgo(3).patientId();
        var first = of(patient, vitals("\"temperature\":38"));
        var again = first.replace(":38", ":{\"value\":100.4,\"unit\":\"[degF]\"}");
        post(first).statusCode(202);

        post(again).statusCode(202);
        other.producesSigned(patient, asPosted(again));

        post(of(patient, vitals("\"temperature\":37"))).statusCode(202);
        eventually(() -> assertThat(other.stored(patient)).hasSize(2));
        assertThat(other.keptOf(patient)).isEmpty();
    }

    @Test
    void aDeviceOfNobodyIsAcceptedAndKeptApart() throws Exception {
        var device = "d-" + UUID.randomUUID();

        post(from(device, vitals("\"temperature\":38"))).statusCode(202);
        other.produces(device, from(device, vitals("\"temperature\":39")));

        eventually(() -> assertThat(other.column("select reason from quarantine where device_id = ?", device))
                .containsExactly("unbound-device", "unbound-device"));
    }

    @Test
    void aPatientWithoutAnEpisodeIsAcceptedAndWaits() throws Exception {
        var patient = "p-" + UUID.randomUUID();

        post(of(patient, vitals("\"temperature\":38"))).statusCode(202);
        other.produces(patient, of(patient, vitals("\"temperature\":39")));

        eventually(() -> assertThat(other.keptOf(patient)).containsExactly("no-episode", "no-episode"));
    }

    @Test
    void aRetractionOfAnotherPatientsObservationIsKeptApart() throws Exception {
        var mine = AdmittedPatient.daysAgo(3).patientId();
        var others = AdmittedPatient.daysAgo(3).patientId();
        var target = lately(others, vitals("\"temperature\":38"));
        post(target).statusCode(202);
        eventually(() -> assertThat(other.stored(others)).hasSize(1));

        post(lately(mine, retraction(id(target)))).statusCode(202);
        other.producesSigned(mine, asPosted(lately(mine, retraction(id(target)))));

        eventually(() -> assertThat(other.keptOf(mine)).containsExactly("foreign-target", "foreign-target"));
        assertThat(other.column("select id from observation where id = ? and retracted_at is null", id(target)))
                .hasSize(1);
    }

    /// Over HTTP the retraction gets 403: see `ObservationsIntakeTest`.
    @Test
    void aRetractionOfWhatItsAuthorMayNotEnterIsKeptApart() throws Exception {
        var patient = AdmittedPatient.daysAgo(3).patientId();
        var target = lately(patient, kind("neuro-check", "\"ice\":9"));
        var retraction = retraction(id(target))
                .replace("}", ",\"sender\":\"(stream)\",\"enteredBy\":\"bed-7\",\"enteredByRole\":\"device\"}");

        other.produces(patient, target);
        other.producesSigned(patient, lately(patient, retraction));

        eventually(() -> assertThat(other.keptOf(patient)).containsExactly("not-permitted"));
        assertThat(other.stored(patient)).containsExactly(id(target));
    }

    @Test
    void aRetractionOfItselfIsTakenAndChangesNothing() throws Exception {
        var patient = AdmittedPatient.daysAgo(3).patientId();
        var overHttp = lately(patient, retraction("x"));
        var onTheTopic = lately(patient, retraction("x"));

        post(overHttp.replace("\"x\"", "\"" + id(overHttp) + "\"")).statusCode(202);
        other.produces(patient, onTheTopic.replace("\"x\"", "\"" + id(onTheTopic) + "\""));

        eventually(() -> assertThat(other.stored(patient)).containsExactlyInAnyOrder(id(overHttp), id(onTheTopic)));
    }

    @Test
    void aRecordUnderAWrongKeyIsSentOnToItsPatient() throws Exception {
        var patient = AdmittedPatient.daysAgo(3).patientId();
        var message = of(patient, vitals("\"temperature\":38"));

        for (var key : List.of("a", "b", "c", "d", "e", "f", "g")) {
            other.produces(key, message);
        }

        eventually(() -> assertThat(other.stored(patient)).hasSize(1));
        assertThat(other.keptOf(patient)).isNotEmpty().allMatch("forwarded"::equals);
    }
}
