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

/// Wards that admit patients and send what is observed, until each has been acknowledged: in any order, some of it
/// twice, some of it before the admission, some of it with an id that is taken.
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

    /// Lets each finish the patient at hand, and tells all patients that were sent.
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

    /// What was refused although it is right.
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
        var waiting = new ArrayList<>(patient.observations());
        Collections.shuffle(waiting, random);
        var admitted = random.nextInt(4) > 0 && admit(patient);
        while (!waiting.isEmpty()) {
            var some = waiting.subList(0, Math.min(waiting.size(), 1 + random.nextInt(LARGEST)));
            untilTaken(some);
            if (random.nextInt(8) == 0) {
                untilTaken(random.nextBoolean() ? some : List.of(conflicting(some.getFirst())));
            }
            some.clear();
            admitted = admitted || admit(patient);
            LockSupport.parkNanos(BREATH.toNanos());
        }
        while (!admitted && !admit(patient)) {
            LockSupport.parkNanos(AGAIN.toNanos());
        }
    }

    private static ObjectNode conflicting(ObjectNode observation) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", observation.path("id").asText())
                .put("patientId", observation.path("patientId").asText())
                .put("effectiveAt", observation.path("effectiveAt").asText())
                .put("kind", "vital-signs")
                .put("heartRate", 77);
    }

    private boolean admit(SentPatient patient) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("patientId", patient.patientId())
                .put("birthDate", patient.patient().birthDate().toString())
                .put("ward", run)
                .put("bed", String.valueOf(patient.seed()))
                .put("product", "axi-cel")
                .put("infusedAt", patient.patient().infusedAt().toString());
        patient.patient().baselines().forEach(baseline -> body.set("baseline", baseline.values()));
        var answer = client.post(fleet.servePort(), "/v1/episodes", body.toString());
        if (!answer.open() && answer.status() != 201 && answer.status() != 409) {
            refusals.add("admission " + patient.patientId() + ": " + answer);
        }
        // A conflict: it was admitted, and the answer was lost.
        return !answer.open();
    }

    private void untilTaken(List<ObjectNode> observations) {
        var array = JsonNodeFactory.instance.arrayNode();
        observations.forEach(observation -> array.add(observation.deepCopy().without("receivedAt")));
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
