package health.vigil.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Senders that post one body after the other and retry each until it is accepted.
final class Flood {
    private static final int PATIENTS = 50;
    private static final int LINES = 500;
    private static final int SENDERS_OF_READINGS = 4;
    /// More concurrent requests than may wait for the broker.
    private static final int SENDERS_OF_PICTURES = 500;

    private static final int PICTURE = 100_000;
    private static final Duration BREATH = Duration.ofMillis(200);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Fleet fleet;
    private final String token;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong heldBack = new AtomicLong();
    private final AtomicLong otherwise = new AtomicLong();

    Flood(Fleet fleet) {
        this.fleet = fleet;
        this.token = fleet.token("integration");
        var nurse = new Client(fleet.token("nurse"));
        for (int patient = 0; patient < PATIENTS; patient++) {
            nurse.post(fleet.servePort(), "/v1/episodes", """
                    {"patientId": "flood-%d", "birthDate": "1970-01-01", "ward": "flood", "bed": "%d", "product": "axi-cel",
                     "infusedAt": "%s"}""".formatted(
                            patient, patient, Instant.now().minus(Duration.ofDays(2))));
        }
    }

    /// How many observations got 202.
    long accepted() {
        return accepted.get();
    }

    /// Posts many observations per body.
    Sending readings() {
        return begin(SENDERS_OF_READINGS, LINES);
    }

    /// Posts one large observation per body.
    Sending pictures() {
        return begin(SENDERS_OF_PICTURES, 1);
    }

    private Sending begin(int senders, int lines) {
        taken.set(0);
        heldBack.set(0);
        otherwise.set(0);
        return new Sending(senders, lines);
    }

    /// Runs until it is asked to finish; the current body is still retried until it is accepted.
    final class Sending {
        private final List<Thread> threads = new ArrayList<>();
        private volatile boolean going = true;

        private Sending(int senders, int lines) {
            for (int sender = 0; sender < senders; sender++) {
                threads.add(Thread.ofVirtual().start(() -> send(lines)));
            }
        }

        private void send(int lines) {
            while (going) {
                var body = lines == 1 ? picture() : readings(lines);
                while (!taken(body)) {
                    LockSupport.parkNanos(BREATH.toNanos());
                }
                accepted.addAndGet(lines);
            }
        }

        void finish() throws InterruptedException {
            going = false;
            for (var thread : threads) {
                thread.join();
            }
        }

        @Override
        public String toString() {
            return "%d bodies taken, %d told 503 with Retry-After, %d otherwise not taken"
                    .formatted(taken.get(), heldBack.get(), otherwise.get());
        }
    }

    private String readings(int lines) {
        return IntStream.range(0, lines)
                .mapToObj(_ -> line("vital-signs", "\"heartRate\":80"))
                .collect(Collectors.joining("\n"));
    }

    private String picture() {
        return line("neuro-check", "\"handwritingImage\":\"data:image/png;base64," + "A".repeat(PICTURE) + "\"");
    }

    private String line(String kind, String fields) {
        var number = numbers.incrementAndGet();
        var at = Instant.now().minus(Duration.ofHours(1)).plusMillis(number);
        return "{\"id\":\"flood/%d\",\"patientId\":\"flood-%d\",\"effectiveAt\":\"%s\",\"kind\":\"%s\",%s}"
                .formatted(number, number % PATIENTS, at, kind, fields);
    }

    private boolean taken(String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + fleet.ingestPort() + "/v1/observations"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            var told = answer.statusCode() == 503
                    && answer.headers().firstValue("Retry-After").isPresent();
            var done = answer.statusCode() == 202;
            (done ? taken : told ? heldBack : otherwise).incrementAndGet();
            return done;
        } catch (IOException unanswered) {
            otherwise.incrementAndGet();
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
