package health.vigil.path;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.embedded.TestStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// The packaged artifact as three processes, one role each, that meet in one broker and one database only.
class ThreeRolesIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void thePathWorksAcrossThreeProcesses() throws Exception {
        try (var stack = TestStack.own();
                var serve = RoleProcess.start("serve", stack, folder);
                var ingest = RoleProcess.start("ingest", stack, folder);
                var monitor = RoleProcess.start("monitor", stack, folder)) {
            var nurse = token("nurse");
            var hourAgo = Instant.now().minus(Duration.ofHours(1)).toString();
            var admission =
                    "{\"patientId\": \"p-three\", \"birthDate\": \"1970-01-01\", \"ward\": \"three\", \"bed\": \"1\","
                            + " \"product\": \"axi-cel\", \"infusedAt\": \""
                            + Instant.now().minus(Duration.ofDays(2)) + "\"}";
            var vitals = "{\"id\": \"three-1\", \"patientId\": \"p-three\", \"effectiveAt\": \"" + hourAgo
                    + "\", \"kind\": \"vital-signs\", \"temperature\": 38.6, \"systolic\": 84}";

            assertThat(serve.post("/v1/episodes", nurse, admission).statusCode())
                    .isEqualTo(201);
            assertThat(ingest.post("/v1/observations", nurse, vitals).statusCode())
                    .isEqualTo(202);

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(
                                    serve.get("/v1/observations/three-1", nurse).statusCode())
                            .isEqualTo(200));
            var grade =
                    JSON.readTree(serve.get("/v1/patients/p-three/grade", nurse).body());
            assertThat(grade.at("/crs/grade").asInt()).isEqualTo(2);
            assertThat(serve.get("/v1/alerts?patientId=p-three", nurse).body()).contains("crs-grade");
            assertThat(serve.post("/v1/observations", nurse, vitals).statusCode())
                    .as("another role's endpoint")
                    .isEqualTo(404);
            assertThat(ingest.get("/v1/policy", nurse).statusCode()).isEqualTo(404);
            assertThat(monitor.get("/v1/policy", nurse).statusCode()).isEqualTo(404);
            assertThat(monitor.get("/q/health/ready", "").body()).contains("database");
        }
    }

    private String token(String role) throws Exception {
        return JSON.readTree(Files.readString(folder.resolve("credentials.json")))
                .at("/" + role + "/token")
                .asText();
    }
}
