package health.vigil.http;

import health.vigil.EmbeddedTestResource;
import health.vigil.access.As;
import health.vigil.access.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A flood of requests that show no credential is cut off, and hurts nobody else.
@QuarkusTest
@QuarkusTestResource(EmbeddedTestResource.class)
@SuppressWarnings("NullAway.Init")
class AnonymousBudgetTest {
    private static final int MORE_THAN_A_LOT = 20_000;

    @TestHTTPResource
    URI service;

    /// Asks for what is not there until it is refused for asking too often.
    private static void flood(FromAddress attacker, String path) throws IOException, InterruptedException {
        for (int request = 0; request < MORE_THAN_A_LOT; request++) {
            var answer = attacker.get(path);
            if (answer.statusCode() == 429) {
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                return;
            }
        }
        throw new AssertionError("nobody was cut off");
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
