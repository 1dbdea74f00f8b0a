package health.vigil.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/// How long other patients wait while one patient with two days of readings, one a second, is admitted, and while
/// that admission is corrected.
final class NeighboursWork implements Work {
    private static final int READINGS = 172_800;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private static final String HELD = "select count(*) from quarantine where state = 'open'";

    @Override
    public void measure(RunningService service, BenchOptions options, Report report) throws Exception {
        var others = new Patients("neighbour", 0, Patients.WARD, Duration.ofMinutes(1));
        others.admit(service);
        int readings = options.scaled(READINGS);
        var busy = new Patients("busy", 0, 1, Duration.ofDays(3));
        new History(busy, readings, Duration.ofSeconds(readings)).send(service);
        var probes = new Probes(service, others, options.warmUp(), report);

        probes.during("rest", () -> {});
        var admission = probes.during("admission", () -> admit(service, busy));
        var correction = probes.during("correction", () -> correct(service, busy));

        row("admission", readings, admission, report);
        row("correction", readings, correction, report);
    }

    private static void row(String what, int readings, Latencies delays, Report report) {
        report.row(
                "%s of a patient with %,d readings: longest delay of another patient".formatted(what, readings),
                "<= 1 s",
                "%.2f s",
                new Runs(List.of(delays.millis(1) / 1e3)));
    }

    /// Readings of a patient who is not admitted are held until then.
    private static void admit(RunningService service, Patients busy) throws Exception {
        busy.admit(service);
        while (service.progress().number(HELD) > 0) {
            Thread.sleep(LOOK_AGAIN);
        }
        service.settle();
    }

    /// A corrected baseline changes the grades from the infusion on. 503 says that this takes longer than the
    /// response may.
    private static void correct(RunningService service, Patients busy) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + service.port() + "/v1/episodes/" + episode(service, busy)))
                .header("Authorization", "Bearer " + service.token("nurse"))
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString("{\"baseline\":{\"systolic\":150}}"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200 && status != 503) {
                throw new IllegalStateException("the correction was answered with " + status);
            }
        }
        service.settle();
    }

    private static String episode(RunningService service, Patients busy) throws IOException {
        var list = service.caller().get("/v1/episodes?ward=" + busy.ward(0), service.token("nurse"));
        return new ObjectMapper().readTree(list.body()).at("/items/0/id").asText();
    }
}
