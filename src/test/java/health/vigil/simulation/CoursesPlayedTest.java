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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

/// The service takes every request of the courses: an hour of the story in a second.
@ServiceTest
class CoursesPlayedTest {
    private static final double SPEED = 3600;
    private static final Duration LENGTH = Duration.ofMinutes(490);

    @TestHTTPResource("/")
    URI base = URI.create("http://localhost");

    @ConfigProperty(name = "vigil.access.folder")
    Path folder = Path.of("");

    @Test
    void theServiceTakesTheStories() throws IOException, InterruptedException {
        try (var service = Service.at(base, folder.resolve("credentials.json"))) {
            var name = "courses-" + UUID.randomUUID().toString().substring(0, 8);
            var ward = ward(service, name);
            for (var patient : CourseStories.all()) {
                if (patient.present()) {
                    ward.admit(patient);
                }
            }

            play(service, ward, name, CourseStories.all());

            await().untilAsserted(() -> {
                assertThat(item(service, ward, CourseStories.IEC_HS, "iec-hs")
                                .path("grade")
                                .intValue())
                        .isEqualTo(3);
                assertThat(item(service, ward, CourseStories.NEUTROPENIA, "icaht-early")
                                .path("atLeast")
                                .intValue())
                        .isEqualTo(3);
            });
            assertThat(journeys(service, name).path(0).path("state").asText()).isEqualTo("monitored");
            assertThat(episodes(service, name, "ended")
                            .path(0)
                            .path("patientId")
                            .asText())
                    .isEqualTo(ward.patientId(CourseStories.HOME));
            await().untilAsserted(() -> assertThat(notMet(service, ward.patientId(CourseStories.HOME)))
                    .isEmpty());

            ward.clear();
            ward.clearJourneys();

            assertThat(journeys(service, name)).isEmpty();
            assertThat(episodes(service, name, "active")).isEmpty();
        }
    }

    private static SimulatedWard ward(Service service, String name) {
        return new SimulatedWard(service, name, name + "-", Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private static void play(Service service, SimulatedWard ward, String name, List<SimulatedPatient> patients)
            throws IOException, InterruptedException {
        var options = new DemoOptions(SPEED, 1, name, LENGTH, Optional.empty());
        var clock = new StoryClock(Instant.now(), SPEED);
        new Player(new HttpOutlet(service), new StoryRequests(service, ward, clock), ward, options, clock)
                .play(patients);
    }

    private static SimulatedPatient patient(int bed) {
        return CourseStories.all().stream()
                .filter(patient -> patient.bed() == bed)
                .findFirst()
                .orElseThrow();
    }

    /// Nothing can be ticked for a patient who was not admitted.
    @Test
    void aRefusalEndsTheRequestsOfItsBedOnly() throws IOException, InterruptedException {
        try (var service = Service.at(base, folder.resolve("credentials.json"))) {
            var name = "refused-" + UUID.randomUUID().toString().substring(0, 8);
            var ward = ward(service, name);
            var other = patient(CourseStories.IEC_HS);
            ward.admit(other);

            play(service, ward, name, List.of(patient(CourseStories.HOME), other));

            await().untilAsserted(() -> assertThat(item(service, ward, other.bed(), "iec-hs")
                            .path("grade")
                            .intValue())
                    .isEqualTo(3));
            ward.clear();
        }
    }

    private static JsonNode item(Service service, SimulatedWard ward, int bed, String id)
            throws IOException, InterruptedException {
        var context = service.get(Account.NURSE, "/v1/patients/" + ward.patientId(bed) + "/context");
        for (var item : context.body().path("items")) {
            if (item.path("item").asText().equals(id)) {
                return item;
            }
        }
        throw new AssertionError("No item " + id);
    }

    private static List<String> notMet(Service service, String patient) throws IOException, InterruptedException {
        var list = service.get(Account.NURSE, "/v1/patients/" + patient + "/discharge-readiness")
                .expected("the list before going home");
        return list.body()
                .path("lines")
                .valueStream()
                .filter(line -> !line.path("state").asText().equals("met"))
                .map(line -> line.path("line").asText())
                .toList();
    }

    private static JsonNode journeys(Service service, String ward) throws IOException, InterruptedException {
        return service.get(Account.COORDINATOR, "/v1/journeys?ward=" + ward)
                .body()
                .path("items");
    }

    private static JsonNode episodes(Service service, String ward, String status)
            throws IOException, InterruptedException {
        return service.get(Account.NURSE, "/v1/episodes?status=" + status + "&ward=" + ward)
                .body()
                .path("items");
    }
}
