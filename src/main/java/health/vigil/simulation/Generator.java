package health.vigil.simulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Sends readings at a fixed rate, even if the service is slower: a slow request does not delay the next one,
/// unless too many are in flight.
final class Generator {
    private static final int MOST_UNDER_WAY = 256;
    private static final Duration SAMPLE_EVERY = Duration.ofMillis(200);
    private static final Duration SAMPLE_PAUSE = Duration.ofMillis(5);
    private static final Duration SAMPLE_PATIENCE = Duration.ofSeconds(30);
    private static final Vitals WELL = new Vitals(36.8, 78, 15, 122, 74, 97);

    private final Service service;
    private final SimulatedWard ward;
    private final LoadOptions options;
    private final LoadReport report = new LoadReport();
    private final Semaphore free = new Semaphore(MOST_UNDER_WAY);
    private Instant nextSample = Instant.EPOCH;

    Generator(Service service, SimulatedWard ward, LoadOptions options) {
        this.service = service;
        this.ward = ward;
        this.options = options;
    }

    LoadReport run() throws InterruptedException {
        var start = Instant.now();
        try (var posting = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0L; number < options.posts(); number++) {
                Thread.sleep(Duration.between(
                        Instant.now(), start.plus(options.interval().multipliedBy(number))));
                var body = readings(number);
                var sampled = isSampleDue();
                free.acquire();
                posting.execute(() -> post(body, sampled));
            }
        }
        return report;
    }

    private boolean isSampleDue() {
        var now = Instant.now();
        if (now.isBefore(nextSample)) {
            return false;
        }
        nextSample = now.plus(SAMPLE_EVERY);
        return true;
    }

    private ArrayNode readings(long number) {
        var readings = JsonNodeFactory.instance.arrayNode();
        for (var i = 0; i < options.batch(); i++) {
            readings.add(reading(number * options.batch() + i));
        }
        return readings;
    }

    private ObjectNode reading(long number) {
        var patientId = ward.patientId((int) (number % options.beds()) + 1);
        return WELL.read(new SplittableRandom(number))
                .json()
                .put("id", "%s-%d".formatted(patientId, number))
                .put("patientId", patientId)
                .put("effectiveAt", Instant.now().toString());
    }

    private void post(ArrayNode body, boolean sampled) {
        var sent = Instant.now();
        try {
            try {
                count(service.post(Account.DEVICE, "/v1/observations", body), body.size(), sent);
            } finally {
                free.release();
            }
            if (sampled) {
                sample(body.path(0).path("id").asText(), sent);
            }
        } catch (IOException e) {
            report.failed.increment();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void count(ServiceAnswer answer, int size, Instant sent) {
        switch (answer.status()) {
            case ServiceAnswer.ACCEPTED -> {
                report.accepted.add(size);
                report.acknowledged.add(Duration.between(sent, Instant.now()));
            }
            case ServiceAnswer.UNAVAILABLE -> report.unavailable.increment();
            default -> report.refused.increment();
        }
    }

    /// Queries the observation until its grade is available.
    private void sample(String id, Instant sent) throws IOException, InterruptedException {
        while (service.get(Account.NURSE, "/v1/observations/" + id).status() == ServiceAnswer.NOT_FOUND) {
            if (Duration.between(sent, Instant.now()).compareTo(SAMPLE_PATIENCE) > 0) {
                report.ungraded.increment();
                return;
            }
            Thread.sleep(SAMPLE_PAUSE);
        }
        report.graded.add(Duration.between(sent, Instant.now()));
    }
}
