package health.vigil.access;

import health.vigil.EmbeddedTestResource;
import health.vigil.api.Admitted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jboss.logmanager.LogContext;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/// What a patient is called and what was measured is in no log line, no metric and no problem.
@QuarkusTest
@QuarkusTestResource(EmbeddedTestResource.class)
class MarkersTest {
    private static final int ROUNDS = 100;

    @Test
    void nothingOfAPatientIsWrittenWhereItDoesNotBelong() {
        var written = new Written();
        var root = LogContext.getLogContext().getLogger("");
        root.addHandler(written);
        try {
            for (var round = 0; round < ROUNDS; round++) {
                plant(written, "MARKER" + round + "x");
            }
        } finally {
            root.removeHandler(written);
        }

        assertThat(written.lines).noneMatch(line -> line.contains("MARKER"));
    }

    /// Ten doors, good and bad. A refused observation is named by its sender's own id, so that stays out of it.
    private static void plant(Written written, String marker) {
        var form = Admitted.form(marker + "-p", marker, Instant.now());
        form.put("name", marker);
        form.put("indication", marker);
        post("/v1/episodes", form);
        form.put("infusedAt", marker);
        written.add(post("/v1/episodes", form));
        form.put("unknown", marker);
        written.add(post("/v1/episodes", Map.of("name", Map.of("a", marker))));
        written.add(raw("/v1/episodes", "{\"name\": \"" + marker));
        written.add(raw("/v1/observations", "{\"id\": \"o-1\", \"kind\": \"" + marker + "\"}"));
        written.add(raw("/v1/observations", "[{\"patientId\": \"" + marker + " \"}]"));
        written.add(raw("/v1/observations", marker));
        written.add(as().queryParam("at", marker)
                .get("/v1/patients/" + marker + "/grade")
                .asString());
        written.add(as().header("Last-Event-ID", marker)
                .queryParam("after", marker)
                .get("/v1/alerts/stream")
                .asString());
        written.add(given().cookie("vigil-session", marker)
                .get("/v1/patients/" + marker)
                .asString());
        written.add(given().auth()
                .oauth2(marker)
                .get("/v1/patients/" + marker + "/grade")
                .asString());
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

    private static final class Written extends Handler {
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
