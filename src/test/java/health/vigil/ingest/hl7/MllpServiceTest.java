package health.vigil.ingest.hl7;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import health.vigil.Eventually;
import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/// From a message to a grade, with the MLLP client of HAPI.
@ServiceTest
class MllpServiceTest {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssxx").withZone(ZoneOffset.UTC);

    @Inject
    MllpServer server;

    private int port() {
        return server.port().orElseThrow();
    }

    private static String temperature(String patient, String id, String value) {
        var now = TIME.format(Instant.now());
        return String.join(
                "\r",
                "MSH|^~\\&|LAB|H|||" + now + "||ORU^R01|" + id + "|P|2.5",
                "PID|1||" + patient + "^^^HOSP^MR",
                "OBR|1||" + patient + "-" + id + "|VITALS|||" + now,
                "OBX|1|NM|8310-5^Temperature^LN||" + value + "|Cel|||||F",
                "");
    }

    @Test
    void aMessageRaisesAGrade() throws Exception {
        var patient = AdmittedPatient.justNow();
        try (var context = new DefaultHapiContext(new GenericModelClassFactory())) {
            context.setValidationContext(ValidationContextFactory.noValidation());
            var connection = context.newClient("127.0.0.1", port(), false);
            var message = context.getGenericParser().parse(temperature(patient.patientId(), "1", "39.1"));

            var answer = connection.getInitiator().sendAndReceive(message);

            assertThat(new Terser(answer).get("/.MSA-1")).isEqualTo("AA");
            connection.close();
        }
        Eventually.await()
                .untilAsserted(() -> assertThat(As.role(Role.NURSE)
                                .get("/v1/patients/" + patient.patientId() + "/grade")
                                .jsonPath()
                                .<Integer>get("crs.grade"))
                        .isEqualTo(1));
    }

    @Test
    void fiveHundredMessagesAreAnsweredInOrder() throws Exception {
        var patient = AdmittedPatient.justNow();
        try (var client = MllpClient.plain(port())) {
            var sender = Thread.ofVirtual()
                    .start(() -> IntStream.range(0, 500)
                            .forEach(number -> client.send(temperature(patient.patientId(), "m" + number, "37.0"))));
            for (int number = 0; number < 500; number++) {
                var id = "MSA|AA|m" + number + "\r";
                assertThat(client.answer())
                        .hasValueSatisfying(answer -> assertThat(answer).contains(id));
            }
            sender.join();
        }
    }

    @Test
    void aPatientWhoIsNotWatchedIsAcknowledged() throws Exception {
        try (var client = MllpClient.plain(port())) {
            assertThat(client.send(temperature("p-of-nobody", "1", "39.1")).answer())
                    .hasValueSatisfying(answer -> assertThat(answer).contains("MSA|AA|1|not watched"));
        }
    }

    /// Else two systems would answer each other for ever.
    @Test
    void anAcknowledgementIsNotAnswered() throws Exception {
        try (var client = MllpClient.plain(port())) {
            for (var sent : List.of(
                    "MSH|^~\\&|LAB|H|VIGIL||20260302100000||ACK^R01^ACK|a1|P|2.5\rMSA|AA|1\r",
                    "MSH|^~\\&|OTHER|H|VIGIL||20260302100000||ACK|a2|T|2.3\rMSA|AE|2\r",
                    "MSH|^~\\&|LAB|H|VIGIL||20260302100000||ACK|a3|P|2.5||||||KLINGON\rMSA|AA|3\r",
                    "BHS|^~\\&\rMSH|^~\\&|LAB|H|VIGIL||20260302100000||ACK|a4|P|2.5\rMSA|AA|4\rBTS|1\r")) {
                client.send(sent);
            }

            assertThat(client.send(temperature("p-of-nobody", "m3", "39.1")).answer())
                    .hasValueSatisfying(answer -> assertThat(answer).contains("MSA|AA|m3|"));
        }
    }

    @Test
    void anotherApplicationIsRefusedAndInTheAuditTrail() throws Exception {
        var before = Instant.now();
        try (var client = MllpClient.plain(port())) {
            assertThat(client.send(temperature("p-1", "1", "39.1").replace("|LAB|", "|OTHER|"))
                            .answer())
                    .hasValueSatisfying(answer -> assertThat(answer).contains("MSA|AR|1"));
            assertThat(client.isClosed()).isTrue();
        }
        Eventually.await()
                .untilAsserted(() -> assertThat(As.role(Role.ADMIN)
                                .get("/v1/audit?from=" + before)
                                .jsonPath()
                                .getList("items.action"))
                        .contains("MLLP"));
    }

    @Test
    void theListenerIsPartOfReadiness() {
        assertThat(given().get("/q/health/ready").jsonPath().getList("checks.name"))
                .contains("mllp");
    }
}
