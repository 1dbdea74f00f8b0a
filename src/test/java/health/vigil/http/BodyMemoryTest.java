package health.vigil.http;

import health.vigil.EmbeddedTestResource;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

/// Room for a body is reserved before it is read: one sender who holds many bodies takes no place of others.
@QuarkusTest
@QuarkusTestResource(EmbeddedTestResource.class)
class BodyMemoryTest {
    private static final int HELD = 70;
    private static final int SIZE = 16_000_000;

    /// Begins a body, and never ends it.
    private static Socket hold(String framing) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.getOutputStream()
                .write(("POST /v1/observations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + As.token(Role.INTEGRATION)
                                + "\r\nContent-Type: application/x-ndjson\r\n" + framing + "\r\n\r\n")
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

    private static List<Socket> holdMany() throws IOException {
        List<Socket> held = new ArrayList<>();
        for (int body = 0; body < HELD; body++) {
            held.add(hold("Content-Length: " + SIZE));
        }
        await().untilAsserted(() ->
                assertThat(held.stream().filter(BodyMemoryTest::answered)).hasSizeGreaterThan(HELD / 2));
        return held;
    }

    private static void release(List<Socket> held) throws IOException {
        for (var socket : held) {
            socket.close();
        }
    }

    @Test
    void seventyHeldBodiesOfOneSenderLeaveRoomForTheOthers() throws IOException {
        var held = holdMany();

        theWardIsServed();

        release(held);
    }

    @Test
    void whoIsRefusedForWantOfRoomIsToldWhenToComeBack() throws IOException {
        var held = holdMany();
        var refused = held.stream().filter(BodyMemoryTest::answered).findFirst().orElseThrow();

        var answer = new String(refused.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

        assertThat(RawHttp.status(answer)).isEqualTo(503);
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("retry-after: 1");
        release(held);
    }
}
