package health.vigil.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.faults.Client.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Wards that admit patients and send observations until each is acknowledged: in random order, with
/// duplicates, some before the admission, and some with an id that is in use. Most admissions contain a
/// mistake, which is corrected meanwhile.
final class Senders {
    private static final int THREADS = 3;
    private static final int LARGEST = 5;
    private static final Duration BREATH = Duration.ofMillis(100);
    private static final Duration AGAIN = Duration.ofMillis(250);

    private final Fleet fleet;
    private final Client client;
    private final String run;
    private final AtomicLong nextSeed;
    private final Queue<SentPatient> finished = new ConcurrentLinkedQueue<>();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean sending = true;

    Senders(Fleet fleet, String run, AtomicLong nextSeed) {
        this.fleet = fleet;
        this.client = new Client(fleet.token("physician"));
        this.run = run;
        this.nextSeed = nextSeed;
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofVirtual().start(this::send));
        }
    }

    /// Lets each sender finish its current patient, and returns all patients.
    List<SentPatient> finish() throws InterruptedException {
        sending = false;
        for (var thread : threads) {
            thread.join();
        }
        return List.copyOf(finished);
    }

    int accepted() {
        return accepted.get();
    }

    int unanswered() {
        return unanswered.get();
    }

    /// Valid requests that were rejected.
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    private void send() {
        while (sending) {
            var seed = nextSeed.getAndIncrement();
            var patient = SentPatient.of(seed, run);
            send(patient, new Random(seed));
            finished.add(patient);
        }
    }

    private void send(SentPatient patient, Random random) {
        var clerk = new Clerk(fleet, patient, run, refusals);
        until(clerk::prepare);
        var waiting = new ArrayList<>(
                patient.observations().stream().map(clerk::asSent).toList());
        Collections.shuffle(waiting, random);
        var admitted = random.nextInt(4) > 0 && clerk.admit();
        var corrected = false;
        while (!waiting.isEmpty()) {
            var some = waiting.subList(0, Math.min(waiting.size(), 1 + random.nextInt(LARGEST)));
            sendUntilAccepted(some);
            if (random.nextInt(8) == 0) {
                sendUntilAccepted(random.nextBoolean() ? some : List.of(conflicting(some.getFirst())));
            }
            some.clear();
            admitted = admitted || clerk.admit();
            corrected = corrected || (admitted && random.nextInt(LARGEST) == 0 && clerk.correct());
            LockSupport.parkNanos(BREATH.toNanos());
        }
        until(clerk::admit);
        until(clerk::correct);
    }

    private static void until(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            LockSupport.parkNanos(AGAIN.toNanos());
        }
    }

    private static ObjectNode conflicting(ObjectNode observation) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", observation.path("id").asText())
                .put("effectiveAt", observation.path("effectiveAt").asText())
                .put("kind", "vital-signs")
                .put("heartRate", 77)
                .setAll(subject(observation));
    }

    private static ObjectNode subject(ObjectNode observation) {
        return observation.deepCopy().retain("patientId", "deviceId");
    }

    private void sendUntilAccepted(List<ObjectNode> observations) {
        var array = JsonNodeFactory.instance.arrayNode();
        array.addAll(observations);
        var json = array.toString();
        var answer = client.post(fleet.ingestPort(), "/v1/observations", json);
        while (answer.open()) {
            unanswered.incrementAndGet();
            LockSupport.parkNanos(AGAIN.toNanos());
            answer = client.post(fleet.ingestPort(), "/v1/observations", json);
        }
        judge(answer, observations.size());
    }

    private void judge(Answer answer, int count) {
        if (answer.status() == 202 && !answer.body().contains("\"rejected\":[{")) {
            accepted.addAndGet(count);
        } else {
            refusals.add(answer.toString());
        }
    }
}
