package health.vigil.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.ServiceTest;
import health.vigil.ingest.hl7.MllpPort;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

/// The demo's monitors over MLLP and its laboratory in FHIR, with the real service.
@ServiceTest
class Hl7OutletTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<String> SIGNS = List.of(
            "temperature", "heartRate", "respiratoryRate", "systolic", "diastolic", "meanArterialPressure", "spo2");

    @TestHTTPResource("/")
    URI base = URI.create("http://localhost");

    @ConfigProperty(name = "vigil.access.folder")
    Path folder = Path.of("");

    @Test
    void whatIsSentArrivesAsThroughTheApi() throws IOException, InterruptedException {
        try (var service = Service.at(base, folder.resolve("credentials.json"));
                var outlet = new Hl7Outlet(service, MllpPort.current())) {
            var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            var name = "hl7-" + UUID.randomUUID().toString().substring(0, 8);
            var ward = new SimulatedWard(service, name, name + "-", now, outlet::deviceId);
            var patients = Stories.all();
            var readings = new ArrayList<MonitorReading>();
            for (var patient : patients) {
                ward.admit(patient);
                readings.add(reading(ward, patient, now.minus(HOUR)));
            }

            outlet.readings(readings);
            outlet.readings(readings);
            for (var patient : patients) {
                outlet.entries(ofTheDayBefore(ward, patient, now));
            }

            for (var reading : readings) {
                await().untilAsserted(() -> {
                    var items = observations(service, reading.patientId());
                    assertThat(of(items, "lab-result")).hasSize(9);
                    assertThat(of(items, "neuro-check")).isNotEmpty();
                    assertThat(of(items, "vital-signs"))
                            .singleElement()
                            .satisfies(arrived -> assertThat(SIGNS)
                                    .allSatisfy(sign -> assertThat(
                                                    arrived.path(sign).asDouble())
                                            .isEqualTo(
                                                    reading.fields().path(sign).asDouble())));
                });
            }
        }
    }

    private static MonitorReading reading(SimulatedWard ward, SimulatedPatient patient, Instant at) {
        var patientId = ward.patientId(patient.bed());
        return new MonitorReading(
                patientId + "-v",
                patient.bed(),
                patientId,
                SimulatedWard.deviceId(patientId),
                at,
                patient.reading(Duration.ZERO, 1).orElseThrow());
    }

    /// The laboratory's results and the checks; no temperatures, which the last patient has.
    private static List<ObjectNode> ofTheDayBefore(SimulatedWard ward, SimulatedPatient patient, Instant now) {
        var entries = new ArrayList<ObjectNode>();
        for (var entry : patient.entries()) {
            if (entry.at().isNegative() && !entry.fields().path("kind").asText().equals("vital-signs")) {
                entries.add(entry.fields()
                        .deepCopy()
                        .put("id", ward.patientId(patient.bed()) + "-n" + entries.size())
                        .put("patientId", ward.patientId(patient.bed()))
                        .put("effectiveAt", now.plus(entry.at()).toString()));
            }
        }
        return entries;
    }

    private static List<JsonNode> observations(Service service, String patient)
            throws IOException, InterruptedException {
        var page = service.get(Account.NURSE, "/v1/patients/" + patient + "/observations?limit=100");
        return StreamSupport.stream(page.body().path("items").spliterator(), false)
                .toList();
    }

    private static List<JsonNode> of(List<JsonNode> items, String kind) {
        return items.stream()
                .filter(item -> item.path("kind").asText().equals(kind))
                .toList();
    }
}
