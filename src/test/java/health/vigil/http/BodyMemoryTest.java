package health.vigil.http;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/// Memory for a body is reserved before it is read. One sender with many unfinished bodies cannot use up the
/// memory of others, and anonymous senders cannot use up that of authenticated ones.
@ServiceTest
class BodyMemoryTest {
    private static final int HELD = 70;
    private static final int SIZE = 16_000_000;
    private static final int STRANGERS = 1_100;
    private static final int SIGN_IN = 262_144;

    /// Starts a body and never ends it.
    private static Socket beginBody(String authorization) throws IOException {
        return begin(InetAddress.getLoopbackAddress(), "/v1/observations", authorization, "application/x-ndjson", SIZE);
    }

    private static Socket begin(InetAddress from, String path, String authorization, String type, int size)
            throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port, from, 0);
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + authorization
                                + "\r\nContent-Type: " + type + "\r\nContent-Length: " + size + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static boolean answered(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException closed) {
            return true;
        }
    }

    private static void theWardIsServed() {
        var patient = AdmittedPatient.justNow();
        As.role(Role.DEVICE)
                .contentType(ContentType.JSON)
                .body(("{\"id\":\"%s\",\"patientId\":\"%s\",\"effectiveAt\":\"%s\",\"kind\":\"vital-signs\","
                                + "\"systolic\":120}")
                        .formatted(UUID.randomUUID(), patient.patientId(), patient.infusedAt()))
                .post("/v1/observations")
                .then()
                .statusCode(202);
        As.role(Role.NURSE).get("/v1/wards/" + patient.ward() + "/board").then().statusCode(200);
    }

    private static List<Socket> holdMany(UnaryOperator<String> spelling) throws IOException {
        List<Socket> held = new ArrayList<>();
        for (int body = 0; body < HELD; body++) {
            held.add(beginBody(spelling.apply(" ".repeat(1 + body % 7)) + As.token(Role.INTEGRATION)));
        }
        await().untilAsserted(() ->
                assertThat(held.stream().filter(BodyMemoryTest::answered)).hasSizeGreaterThan(HELD / 2));
        return held;
    }

    /// Sign-ins from several addresses, each with another unknown credential.
    private static List<Socket> holdOfStrangers() throws IOException {
        List<Socket> held = new ArrayList<>();
        for (int body = 0; body < STRANGERS; body++) {
            var from = InetAddress.getByName("127.0.0." + (20 + body % 4));
            held.add(begin(from, "/v1/session", "Bearer made-up-" + body, "application/json", SIGN_IN));
        }
        await().untilAsserted(() ->
                assertThat(held.stream().filter(BodyMemoryTest::answered)).isNotEmpty());
        return held;
    }

    private static void release(List<Socket> held) throws IOException {
        for (var socket : held) {
            socket.close();
        }
    }

    @Test
    void seventyHeldBodiesOfOneSenderLeaveRoomForTheOthers() throws IOException {
        var held = holdMany(spaces -> "Bearer ");

        theWardIsServed();

        release(held);
    }

    @Test
    void whoIsRefusedForWantOfRoomIsToldWhenToComeBack() throws IOException {
        var held = holdMany(spaces -> "Bearer ");
        var refused = held.stream().filter(BodyMemoryTest::answered).findFirst().orElseThrow();

        var answer = new String(refused.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

        assertThat(RawHttp.status(answer)).isEqualTo(503);
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("retry-after: 1");
        release(held);
    }

    @Test
    void aTokenThatIsSpelledInManyWaysIsOfOneSender() throws IOException {
        var held = holdMany(spaces -> "bEARER" + spaces);

        theWardIsServed();
        As.role(Role.DEVICE)
                .contentType("application/x-ndjson")
                .body("\n".repeat(SIZE).getBytes(StandardCharsets.ISO_8859_1))
                .post("/v1/observations")
                .then()
                .statusCode(400);

        release(held);
    }

    @Test
    void whoHasNoAccountTakesNoRoomOfThoseWhoHaveOne() throws IOException {
        var held = holdOfStrangers();

        theWardIsServed();
        var nurse = As.issued(Role.NURSE);
        given().contentType(ContentType.JSON)
                .body(Map.of("username", nurse.username(), "password", nurse.password()))
                .post("/v1/session")
                .then()
                .statusCode(200);

        release(held);
    }
}
