package health.vigil.access;

import health.vigil.ServiceTest;
import health.vigil.api.AdmittedPatient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logmanager.LogContext;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/// No name and no value of a patient is in a log line, a metric, a problem or a thread name of any process: the
/// service, its broker and its database.
@ServiceTest
class MarkersTest {
    private static final int ROUNDS = 36;

    /// A marker that occurs nowhere else.
    private static final String SIGN = "MaRk3R";

    @TestHTTPResource(value = "/", management = true)
    @SuppressWarnings("NullAway.Init")
    URI management;

    private final AtomicInteger planted = new AtomicInteger();
    private final LogCollector written = new LogCollector();

    @Test
    void nothingOfAPatientIsWrittenWhereItDoesNotBelong() throws Exception {
        var root = LogContext.getLogContext().getLogger("");
        root.addHandler(written);
        try {
            for (var round = 0; round < ROUNDS; round++) {
                good();
                bad();
            }
            produce();
        } finally {
            root.removeHandler(written);
        }
        var metrics = given().get(management.resolve("/q/metrics")).asString();
        assertThat(metrics).contains("http_server_requests");
        written.add(metrics);
        Thread.getAllStackTraces().keySet().forEach(thread -> written.add(thread.getName()));

        assertThat(planted.get()).isGreaterThanOrEqualTo(1000);
        assertThat(written.lines).noneMatch(line -> line.contains(SIGN));
        assertThat(filesWithMarkers()).isEmpty();
    }

    private String marker() {
        return SIGN + planted.incrementAndGet() + "x";
    }

    /// Sends markers where they belong.
    private void good() {
        var patient = marker() + "-p";
        var form = AdmittedPatient.form(patient, marker(), Instant.now().minus(Duration.ofDays(1)));
        for (var field : List.of("name", "bed", "product", "indication")) {
            form.put(field, marker());
        }
        post("/v1/episodes", form);
        post("/v1/observations", entry(patient, "retraction", Map.of("observationId", marker(), "reason", marker())));
        post(
                "/v1/observations",
                entry(patient, "neuro-check", Map.of("notTestable", List.of("ice"), "notTestableReason", marker())));
        As.role(Role.NURSE).queryParam("ward", marker()).get("/v1/alerts").asString();
    }

    private static Map<String, Object> entry(String patient, String kind, Map<String, Object> fields) {
        var entry = new HashMap<>(fields);
        entry.put("id", patient + UUID.randomUUID());
        entry.put("patientId", patient);
        entry.put("effectiveAt", Instant.now().toString());
        entry.put("kind", kind);
        return entry;
    }

    /// Sends markers that are refused. A refused observation is named by the sender's own id, so the id has
    /// no marker.
    private void bad() {
        var form = AdmittedPatient.form(marker() + "-p", marker(), Instant.now());
        form.put("infusedAt", marker());
        written.add(post("/v1/episodes", form));
        written.add(post("/v1/episodes", Map.of("name", Map.of("a", marker()))));
        written.add(raw("/v1/episodes", "{\"name\": \"" + marker()));
        written.add(raw("/v1/observations", "{\"id\": \"o-1\", \"kind\": \"" + marker() + "\"}"));
        written.add(raw("/v1/observations", "[{\"patientId\": \"" + marker() + " \"}]"));
        written.add(raw("/v1/observations", marker()));
        written.add(raw("/v1/patients/" + marker() + "/break-glass", "{\"reason\": \"" + marker() + "\"}"));
        written.add(as().queryParam("at", marker())
                .get("/v1/patients/" + marker() + "/grade")
                .asString());
        written.add(as().header("Last-Event-ID", marker())
                .queryParam("after", marker())
                .get("/v1/alerts/stream")
                .asString());
        written.add(given().cookie("vigil-session", marker())
                .get("/v1/patients/" + marker())
                .asString());
        written.add(given().auth()
                .oauth2(marker())
                .get("/v1/patients/" + marker() + "/grade")
                .asString());
        written.add(as().get("/v1/episodes/" + marker()).asString());
        written.add(as().get("/v1/observations/" + marker()).asString());
    }

    /// Writes to the stream directly: unreadable records, and a valid one.
    private void produce() throws Exception {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var value :
                    List.of(marker(), "{\"patientId\": \"" + marker() + "\"", "{\"kind\": \"" + marker() + "\"}")) {
                producer.send(new ProducerRecord<>("vigil.observations", marker(), value))
                        .get();
            }
        }
        post("/v1/observations", entry(marker(), "vital-signs", Map.of("spo2", 97)));
        await().untilAsserted(() ->
                assertThat(As.role(Role.ADMIN).get("/v1/quarantine").asString()).contains(SIGN + planted.get()));
    }

    /// The files that the broker and the database write beside their data.
    private static List<Path> filesWithMarkers() throws IOException {
        var ours = ProcessHandle.current().pid() + "-";
        try (var files = Files.walk(Path.of("target/embedded-tests"))) {
            return files.filter(file -> file.toString().contains("/" + ours))
                    .filter(file -> file.toString().endsWith(".log"))
                    .filter(file -> !file.toString().contains("/data/"))
                    .filter(Files::isRegularFile)
                    .filter(MarkersTest::marked)
                    .toList();
        }
    }

    private static boolean marked(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(SIGN);
        } catch (IOException gone) {
            return false;
        }
    }

    private static String post(String path, Map<String, ?> body) {
        return as().contentType(ContentType.JSON).body(body).post(path).asString();
    }

    private static String raw(String path, String body) {
        return as().contentType(ContentType.JSON).body(body).post(path).asString();
    }

    private static RequestSpecification as() {
        return As.role(Role.NURSE);
    }

    private static final class LogCollector extends Handler {
        private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

        void add(String line) {
            lines.add(line);
        }

        @Override
        public void publish(LogRecord entry) {
            lines.add(new SimpleFormatter().formatMessage(entry) + entry.getMessage() + thrown(entry));
        }

        private static String thrown(LogRecord entry) {
            var text = new StringWriter();
            Optional.ofNullable(entry.getThrown()).ifPresent(thrown -> thrown.printStackTrace(new PrintWriter(text)));
            return text.toString();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
