package health.vigil.simulation;

import health.vigil.ServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The canary with the real service, broker and database.
@ServiceTest
class CanaryTest {
    @TestHTTPResource("/")
    URI base = URI.create("http://localhost");

    @ConfigProperty(name = "vigil.access.folder")
    Path folder = Path.of("");

    @Test
    void itsGradeChangesInEveryTurnAndEachRiseIsAlerted() throws IOException, InterruptedException {
        var credentials = folder.resolve("credentials.json");
        var options = new CanaryOptions(base, credentials, "canary-test", Duration.ofSeconds(30), 0);

        try (var metrics = CanaryMetrics.serve(options.port())) {
            var canary = new Canary(options, metrics);
            canary.turn(Instant.now());
            assertThat(crs(credentials)).isEqualTo(2);
            canary.turn(Instant.now());
            assertThat(crs(credentials)).isEqualTo(1);

            assertThat(scrape(metrics))
                    .contains("vigil_canary_grade_age_seconds", "vigil_canary_alert_age_seconds")
                    .doesNotContain("vigil_canary_grade_seconds 0.000", "vigil_canary_alert_seconds 0.000");
        }
    }

    private int crs(Path credentials) throws IOException, InterruptedException {
        try (var service = Service.at(base, credentials)) {
            return service.get(Account.NURSE, "/v1/patients/vigil-canary/grade")
                    .body()
                    .at("/crs/grade")
                    .asInt();
        }
    }

    private static String scrape(CanaryMetrics metrics) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + metrics.port() + "/metrics"))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
