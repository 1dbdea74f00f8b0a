package health.vigil.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.ServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

/// The demo's ward in its first minute: patients in every state, each with a past.
@ServiceTest
class FirstMinuteTest {
    private static final double SPEED = 60;
    private static final int IN_BED = 11;

    @TestHTTPResource("/")
    URI base = URI.create("http://localhost");

    @ConfigProperty(name = "vigil.access.folder")
    Path folder = Path.of("");

    @Test
    void theWardIsAtWorkAndNobodyIsCalledToACheckOfYesterday() throws IOException, InterruptedException {
        try (var service = Service.at(base, folder.resolve("credentials.json"))) {
            var name = "first-" + UUID.randomUUID().toString().substring(0, 8);
            var ward =
                    new SimulatedWard(service, name, name + "-", Instant.now().truncatedTo(ChronoUnit.SECONDS));
            for (var patient : Demo.everybody()) {
                if (patient.present()) {
                    ward.admit(patient);
                }
            }

            try {
                play(service, ward, name);
                assertAtWork(service, ward, name);
            } finally {
                ward.clear();
                ward.clearJourneys();
            }
        }
    }

    private static void assertAtWork(Service service, SimulatedWard ward, String name)
            throws IOException, InterruptedException {
        await().untilAsserted(() -> {
            var recovering =
                    grade(service, ward.patientId(TreatedStories.RECOVERING)).path("crs");
            assertThat(recovering.path("grade").intValue()).isEqualTo(2);
            assertThat(recovering.path("peak").path("grade").intValue()).isEqualTo(3);
            assertThat(recovering.path("course").path("treated").booleanValue()).isTrue();
            var words =
                    grade(service, ward.patientId(TreatedStories.LOSING_WORDS)).path("icans");
            assertThat(words.path("grade").intValue()).isEqualTo(2);
        });
        var board = service.get(Account.NURSE, "/v1/wards/" + name + "/board")
                .expected("the board")
                .body()
                .path("items");
        assertThat(board).hasSize(IN_BED);
        assertThat(board.valueStream().flatMap(row -> row.path("checks").valueStream()))
                .isNotEmpty()
                .allSatisfy(check -> assertThat(check.path("overdue").asText()).isEqualTo("false"));
        assertThat(openAlerts(service, name).valueStream())
                .extracting(alert -> alert.path("type").asText())
                .contains("icans-grade")
                .doesNotContain("check-overdue");
    }

    /// The past, and five minutes of the story.
    private static void play(Service service, SimulatedWard ward, String name)
            throws IOException, InterruptedException {
        var options = new DemoOptions(SPEED, 1, name, Duration.ofMinutes(5), Optional.empty());
        var clock = new StoryClock(Instant.now(), SPEED);
        new Player(new HttpOutlet(service), new StoryRequests(service, ward, clock), ward, options, clock)
                .play(Demo.everybody());
    }

    private static JsonNode grade(Service service, String patient) throws IOException, InterruptedException {
        return service.get(Account.NURSE, "/v1/patients/" + patient + "/grade")
                .expected("a grade")
                .body();
    }

    private static JsonNode openAlerts(Service service, String ward) throws IOException, InterruptedException {
        return service.get(Account.NURSE, "/v1/alerts?state=open&ward=" + ward)
                .expected("the alerts")
                .body()
                .path("items");
    }
}
