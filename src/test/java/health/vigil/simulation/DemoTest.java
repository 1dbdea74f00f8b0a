package health.vigil.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.EmbeddedTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The demo on the real parts, as fast as it goes: 24 hours of the ward in 24 seconds.
@QuarkusTest
@QuarkusTestResource(EmbeddedTestResource.class)
class DemoTest {
    private static final String WARD = "DemoTest";

    @TestHTTPResource("/")
    URI base = URI.create("http://localhost");

    @ConfigProperty(name = "vigil.access.folder")
    Path folder = Path.of("");

    @Test
    void gradesRiseAndFallAndAlertsFire() throws IOException, InterruptedException {
        var credentials = folder.resolve("credentials.json");

        Demo.run(base, credentials, "--speed", "3600", "--hours", "24", "--ward", WARD);

        try (var service = Service.at(base, credentials)) {
            Awaitility.await().untilAsserted(() -> {
                var beds = beds(service);
                assertThat(beds).hasSize(6);
                assertThat(peak(service, beds.get(0), "crs")).isEqualTo(1);
                assertThat(peak(service, beds.get(1), "crs")).isEqualTo(3);
                assertThat(peak(service, beds.get(1), "icans")).isEqualTo(3);
                assertThat(peak(service, beds.get(2), "crs")).isZero();
                assertThat(peak(service, beds.get(3), "icans")).isEqualTo(3);
                assertThat(now(service, beds.get(1), "crs")).isEqualTo(1);
                assertThat(now(service, beds.get(1), "icans")).isZero();
                assertThat(peak(service, beds.get(5), "crs")).isEqualTo(1);
            });
            assertThat(service.get(Account.NURSE, "/v1/alerts?ward=" + WARD)
                            .body()
                            .path("items"))
                    .extracting(alert -> alert.path("type").asText())
                    .contains("crs-grade", "icans-grade");
        }
    }

    /// The patients, by bed.
    private static List<String> beds(Service service) throws IOException, InterruptedException {
        var board = service.get(Account.NURSE, "/v1/episodes?status=active&ward=" + WARD)
                .body()
                .path("items");
        return StreamSupport.stream(board.spliterator(), false)
                .map(episode -> episode.path("patientId").asText())
                .sorted()
                .toList();
    }

    private static int peak(Service service, String patient, String syndrome) throws IOException, InterruptedException {
        return grade(service, patient).path(syndrome).at("/peak/grade").asInt(-1);
    }

    private static int now(Service service, String patient, String syndrome) throws IOException, InterruptedException {
        return grade(service, patient).path(syndrome).path("grade").asInt(-1);
    }

    private static JsonNode grade(Service service, String patient) throws IOException, InterruptedException {
        return service.get(Account.NURSE, "/v1/patients/" + patient + "/grade").body();
    }
}
