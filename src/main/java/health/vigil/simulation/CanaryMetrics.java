package health.vigil.simulation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// The measurements of the canary, in Prometheus format.
final class CanaryMetrics implements AutoCloseable {
    private final HttpServer server;
    private volatile SeenChange grade = SeenChange.at(Instant.now());
    private volatile SeenChange alert = SeenChange.at(Instant.now());

    /// A change, and how long it took to become visible.
    private record SeenChange(Instant sent, Duration took) {
        static SeenChange at(Instant sent) {
            return new SeenChange(sent, Duration.ZERO);
        }

        double age() {
            return Duration.between(sent, Instant.now()).toMillis() / 1e3;
        }
    }

    private CanaryMetrics(HttpServer server) {
        this.server = server;
    }

    static CanaryMetrics serve(int port) throws IOException {
        var metrics = new CanaryMetrics(HttpServer.create(new InetSocketAddress(port), 0));
        metrics.server.createContext("/metrics", metrics::answer);
        metrics.server.start();
        return metrics;
    }

    int port() {
        return server.getAddress().getPort();
    }

    void graded(Instant sent, Instant seen) {
        grade = new SeenChange(sent, Duration.between(sent, seen));
    }

    void alerted(Instant sent, Instant seen) {
        alert = new SeenChange(sent, Duration.between(sent, seen));
    }

    private String text() {
        return String.format(
                Locale.ROOT,
                """
                # HELP vigil_canary_grade_age_seconds How old the newest change of its grade is that was seen
                # TYPE vigil_canary_grade_age_seconds gauge
                vigil_canary_grade_age_seconds %.3f
                # HELP vigil_canary_alert_age_seconds How old the newest of its alerts is that was seen
                # TYPE vigil_canary_alert_age_seconds gauge
                vigil_canary_alert_age_seconds %.3f
                # HELP vigil_canary_grade_seconds From its last reading until the grade was seen
                # TYPE vigil_canary_grade_seconds gauge
                vigil_canary_grade_seconds %.3f
                # HELP vigil_canary_alert_seconds From its last low reading until the alert was seen
                # TYPE vigil_canary_alert_seconds gauge
                vigil_canary_alert_seconds %.3f
                """,
                grade.age(),
                alert.age(),
                grade.took().toMillis() / 1e3,
                alert.took().toMillis() / 1e3);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
