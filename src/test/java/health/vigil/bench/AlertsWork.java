package health.vigil.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// From the POST to the alert at a reader of the stream: 20 patients a second get fever with hypotension.
final class AlertsWork implements Work {
    private static final int PER_SECOND = 20;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    @Override
    public void measure(RunningService service, BenchOptions options, Report report) throws Exception {
        int first = PER_SECOND * (int) options.warmUp().toSeconds();
        int each = PER_SECOND * (int) options.window().toSeconds();
        var patients = new Patients("alert", 0, first + each * options.pairs(), Duration.ofMinutes(1));
        patients.admit(service);
        var medians = new ArrayList<Double>();
        var worst = new ArrayList<Double>();
        try (var reader = new AlertReader(service)) {
            var posts = new Posts(service, patients, reader);
            posts.worsen(0, first);
            for (int i = 0; i < options.pairs(); i++) {
                var latencies = posts.worsen(first + each * i, each);
                medians.add(latencies.millis(0.5));
                worst.add(latencies.millis(0.99));
                report.raw(
                        "%d alerts: p50 %.1f ms, p99 %.1f ms, most %.1f ms",
                        each, latencies.millis(0.5), latencies.millis(0.99), latencies.millis(1));
            }
        }
        report.row("POST to the alert at a reader of the stream, 20/s: p50", "<= 25 ms", "%.0f ms", new Runs(medians));
        report.row("the same: p99", "<= 100 ms", "%.0f ms", new Runs(worst));
    }

    private record Posts(RunningService service, Patients patients, AlertReader reader) {
        /// Posts for so many patients, each when it is due, and waits for the alerts.
        Latencies worsen(int from, int count) throws InterruptedException {
            var posted = new long[count];
            var began = System.nanoTime();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < count; i++) {
                    var due = began + Duration.ofSeconds(1).toNanos() * i / PER_SECOND;
                    LockSupport.parkNanos(due - System.nanoTime());
                    posted[i] = System.nanoTime();
                    var patient = patients.id(from + i);
                    threads.execute(() -> post(patient));
                }
            }
            var latencies = new Latencies();
            for (int i = 0; i < count; i++) {
                latencies.add(heard(patients.id(from + i)) - posted[i]);
            }
            return latencies;
        }

        private void post(String patient) {
            var json = """
                    {"id":"%s-1","patientId":"%s","effectiveAt":"%s",\
                    "kind":"vital-signs","temperature":38.9,"systolic":84}""".formatted(patient, patient, Instant.now());
            try {
                var answer = service.caller().post(Observations.PATH, service.token(), json);
                if (answer.statusCode() != 202) {
                    throw new IllegalStateException("an observation was answered with " + answer.statusCode());
                }
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private long heard(String patient) throws InterruptedException {
            var deadline = System.nanoTime() + LONGEST.toNanos();
            var heard = reader.heardAt(patient);
            while (heard.isEmpty()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the reader got no alert of " + patient);
                }
                Thread.sleep(LOOK_AGAIN);
                heard = reader.heardAt(patient);
            }
            return heard.getAsLong();
        }
    }
}
