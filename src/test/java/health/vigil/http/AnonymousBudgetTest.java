package health.vigil.http;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A flood of requests without a credential is cut off and does not affect other clients.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class AnonymousBudgetTest {
    private static final int MORE_THAN_A_LOT = 20_000;
    private static final int SENDERS = 16;

    @TestHTTPResource
    URI service;

    /// Sends requests until one gets 429, over several connections at once, to be faster than the budget
    /// refills.
    private static void flood(FromAddress attacker, String path, String... headers) throws Exception {
        var left = new AtomicInteger(MORE_THAN_A_LOT);
        var cutOff = new AtomicBoolean();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var floods = Stream.generate(() -> senders.submit(() -> isCutOff(attacker, left, cutOff, path, headers)))
                    .limit(SENDERS)
                    .toList();
            for (var flood : floods) {
                assertThat(flood.get()).as("cut off").isTrue();
            }
        }
    }

    /// All senders stop at the first refusal: one alone may be slower than the budget refills.
    private static boolean isCutOff(
            FromAddress attacker, AtomicInteger left, AtomicBoolean cutOff, String path, String... headers)
            throws IOException, InterruptedException {
        while (!cutOff.get() && left.getAndDecrement() > 0) {
            var answer = attacker.get(path, headers);
            if (answer.statusCode() == 429) {
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                cutOff.set(true);
            }
        }
        return cutOff.get();
    }

    @Test
    void anAddressWithoutACredentialIsCutOffAndACredentialIsStillServed() throws Exception {
        try (var attacker = new FromAddress("127.0.0.9", service);
                var neighbour = new FromAddress("127.0.0.10", service)) {
            flood(attacker, "/v1/nothing-" + UUID.randomUUID());

            assertThat(attacker.get("/v1/wards", "Authorization", "Bearer " + As.token(Role.NURSE))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(attacker.get("/q/health/live").statusCode()).isEqualTo(200);
            assertThat(neighbour.get("/v1/wards").statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.31, /v1/wards, Authorization, Bearer x",
        "127.0.0.32, /v1/wards, Authorization, Basic x",
        "127.0.0.33, /v1/wards, Cookie, vigil-session=x",
        "127.0.0.34, /v1/nothing, Authorization, Bearer x",
        "127.0.0.35, /v1/nothing, Cookie, vigil-session=x",
        "127.0.0.36, /v1/nothing, Cookie, a=b",
        "127.0.0.37, /nothing, Authorization, Bearer x"
    })
    void whatIsNobodysCredentialIsCutOffToo(String address, String path, String header, String value) throws Exception {
        try (var attacker = new FromAddress(address, service)) {
            flood(attacker, path, header, value);
        }
    }

    @Test
    void aRevokedTokenIsCutOffAndItsNeighboursAreServedAndSignIn() throws Exception {
        var leaver = Colleague.nurseOf("WA");
        leaver.asks().get("/v1/wards").then().statusCode(200);
        As.role(Role.NURSE).get("/v1/wards").then().statusCode(200);
        As.role(Role.ADMIN).delete("/v1/accounts/" + leaver.username()).then().statusCode(204);
        try (var proxy = new FromAddress("127.0.0.38", service)) {
            flood(proxy, "/v1/wards", "Authorization", "Bearer " + leaver.token());

            assertThat(proxy.get("/v1/wards", "Authorization", "Bearer " + As.token(Role.NURSE))
                            .statusCode())
                    .isEqualTo(200);
            var nurse = As.issued(Role.NURSE);
            assertThat(proxy.post(
                                    "/v1/session",
                                    "{\"username\":\"%s\",\"password\":\"%s\"}"
                                            .formatted(nurse.username(), nurse.password()))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(proxy.get("/", "Cookie", "vigil-session=yesterdays").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whoKeepsSigningInIsCutOffAndTheirNeighboursAreServed() throws Exception {
        try (var proxy = new FromAddress("127.0.0.39", service)) {
            signInUntilCutOff(proxy);

            assertThat(proxy.get("/v1/wards").statusCode()).isEqualTo(401);
        }
    }

    /// Limited before anything is read, unlike password guessing.
    private static void signInUntilCutOff(FromAddress attacker) throws IOException, InterruptedException {
        for (int request = 0; request < MORE_THAN_A_LOT; request++) {
            var answer = attacker.post("/v1/session", "{}");
            if (answer.statusCode() == 429) {
                return;
            }
            assertThat(answer.statusCode()).isEqualTo(400);
        }
        throw new AssertionError("nobody was cut off");
    }

    @Test
    void unknownPathsOfNobodyAreNotAudited() throws Exception {
        var path = "/v1/nothing-" + UUID.randomUUID();
        try (var attacker = new FromAddress("127.0.0.11", service)) {
            assertThat(attacker.get(path).statusCode()).isEqualTo(404);
            assertThat(attacker.post("/v1/wards", "{}").statusCode()).isEqualTo(405);
        }

        var trail = As.role(Role.ADMIN).get("/v1/audit?actor=-").asString();

        assertThat(trail).doesNotContain(path).doesNotContain("POST /v1/wards");
    }
}
