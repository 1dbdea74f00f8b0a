package health.vigil.ingest.hl7;

import health.vigil.Permutations;
import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

/// A result, its correction and its withdrawal (OBX-11 `D` and `W`) arrive in any order, also the withdrawal before
/// what it withdraws.
@ServiceTest
class ResultWithdrawalTest {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssxx").withZone(ZoneOffset.UTC);

    /// The last result that is sent. The records of a patient are applied in order.
    private static final float LAST = 36.5F;

    @Inject
    @SuppressWarnings("NullAway.Init")
    MllpServer server;

    private final Instant at = Instant.now().minus(10, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);

    /// One result.
    ///
    /// @param status OBX-11
    record Result(String status, int minute, String value) {}

    private String message(String patient, String order, Result result) {
        var effective = TIME.format(at);
        return String.join(
                "\r",
                "MSH|^~\\&|LAB|H|||" + TIME.format(Instant.now()) + "||ORU^R01|" + UUID.randomUUID() + "|P|2.5",
                "PID|1||" + patient + "^^^HOSP^MR",
                "OBR|1||" + order + "|VITALS|||" + effective,
                "OBX|1|NM|8310-5^Temperature^LN||" + result.value() + "|Cel|||||" + result.status() + "|||" + effective
                        + "|||||" + TIME.format(at.plusSeconds(60L * result.minute())),
                "");
    }

    private static Stream<List<Result>> orders() {
        return Stream.of("D", "W")
                .flatMap(status -> Permutations.of(
                        List.of(new Result("F", 1, "39.2"), new Result("C", 2, "38.6"), new Result(status, 3, "38.6")))
                        .stream());
    }

    @ParameterizedTest
    @MethodSource("orders")
    void nothingStandsAfterAWithdrawal(List<Result> order) throws IOException {
        assertThat(standing(sent(order))).containsExactly(LAST);
    }

    private static Stream<List<Result>> ordersWithALaterResult() {
        return Permutations.of(
                List.of(new Result("F", 1, "39.2"), new Result("W", 3, "39.2"), new Result("C", 4, "38.1")))
                .stream();
    }

    @ParameterizedTest
    @MethodSource("ordersWithALaterResult")
    void whatWasAnalysedAfterTheWithdrawalStands(List<Result> order) throws IOException {
        assertThat(standing(sent(order))).containsExactlyInAnyOrder(38.1F, LAST);
    }

    private String sent(List<Result> order) throws IOException {
        var patient = AdmittedPatient.justNow().patientId();
        var number = "o-" + UUID.randomUUID();
        try (var client = MllpClient.plain(server.port().orElseThrow())) {
            order.forEach(result -> send(client, message(patient, number, result)));
            send(client, message(patient, "o-" + UUID.randomUUID(), new Result("F", 1, Float.toString(LAST))));
        }
        await().untilAsserted(() -> assertThat(standing(patient)).contains(LAST));
        return patient;
    }

    private static void send(MllpClient client, String message) {
        assertThat(client.send(message).answer())
                .hasValueSatisfying(answer -> assertThat(answer).contains("MSA|AA|"));
    }

    private static List<Float> standing(String patient) {
        return As.role(Role.NURSE)
                .get("/v1/patients/{id}/observations", patient)
                .jsonPath()
                .getList("items.findAll { it.kind == 'vital-signs' && !it.retractedAt }.temperature", Float.class);
    }
}
