package health.vigil.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.faults.Feed.FeedAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/// A ward whose facts another system reports: in random order, some twice, with corrections and withdrawals. For a
/// twin of each patient a nurse enters what stands in the end.
final class FedWard {
    /// The longest time for one message or request. Every fault of a run is over long before.
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration AGAIN = Duration.ofMillis(250);
    private static final Duration BREATH = Duration.ofMillis(50);

    private final Fleet fleet;
    private final Feed feed;
    private final String run;
    private final AtomicLong nextSeed;
    private final Client nurse;
    private final Client physician;
    private final Queue<FedPatient> finished = new ConcurrentLinkedQueue<>();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Thread thread;
    private volatile boolean sending = true;

    FedWard(Fleet fleet, Feed feed, String run, AtomicLong nextSeed) {
        this.fleet = fleet;
        this.feed = feed;
        this.run = run + "-" + feed.name();
        this.nextSeed = nextSeed;
        this.nurse = new Client(fleet.token("nurse"));
        this.physician = new Client(fleet.token("physician"));
        this.thread = Thread.ofVirtual().start(this::send);
    }

    /// Lets the current patient be finished, and returns all patients.
    List<FedPatient> finish() throws InterruptedException {
        sending = false;
        thread.join();
        return List.copyOf(finished);
    }

    int accepted() {
        return accepted.get();
    }

    int unanswered() {
        return unanswered.get();
    }

    /// Valid messages that were not taken.
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    private void send() {
        while (sending) {
            var seed = nextSeed.getAndIncrement();
            var random = new Random(seed);
            var empty = FedPatient.of(seed, run);
            var patient = empty.with(feed.facts(empty, random));
            send(patient, random);
            finished.add(patient);
        }
    }

    private void send(FedPatient patient, Random random) {
        admit(patient, patient.patientId());
        admit(patient, patient.twinId());
        bind(patient);
        var waiting = new ArrayList<FeedMessage>();
        for (var message : patient.messages()) {
            waiting.add(message);
            if (random.nextInt(4) == 0) {
                waiting.add(message);
            }
        }
        Collections.shuffle(waiting, random);
        for (var message : waiting) {
            insist(message);
            LockSupport.parkNanos(BREATH.toNanos());
        }
        enter(patient.standing(patient.twinId()));
    }

    private void insist(FeedMessage message) {
        var begin = System.nanoTime();
        var answer = feed.send(message);
        while (answer instanceof FeedAnswer.AgainLater && isPatient(begin)) {
            unanswered.incrementAndGet();
            LockSupport.parkNanos(AGAIN.toNanos());
            answer = feed.send(message);
        }
        switch (answer) {
            case FeedAnswer.Kept _ -> accepted.incrementAndGet();
            case FeedAnswer.NotTaken(var why) -> refusals.add(run + ": " + message + " was answered " + why);
            case FeedAnswer.AgainLater _ -> refusals.add(run + ": " + message + " was not answered within " + PATIENCE);
        }
    }

    private static boolean isPatient(long begin) {
        return System.nanoTime() - begin < PATIENCE.toNanos();
    }

    private void admit(FedPatient patient, String number) {
        var facts = patient.patient();
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("patientId", number)
                .put("birthDate", facts.birthDate().toString())
                .put("ward", run)
                .put("bed", number.substring(run.length() + 1))
                .put("product", "axi-cel")
                .put("infusedAt", facts.infusedAt().toString());
        facts.baselines().forEach(baseline -> body.set("baseline", baseline.values()));
        request(nurse, "POST", fleet::servePort, "/v1/episodes", body.toString(), Set.of(201, 409));
    }

    private void bind(FedPatient patient) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("patientId", patient.patientId())
                .put("from", patient.patient().infusedAt().toString());
        request(
                nurse,
                "PUT",
                fleet::servePort,
                "/v1/devices/" + patient.device() + "/binding",
                body.toString(),
                Set.of(200, 201, 204));
    }

    private void enter(List<ObjectNode> entries) {
        if (!entries.isEmpty()) {
            var body = JsonNodeFactory.instance.arrayNode().addAll(entries);
            request(physician, "POST", fleet::ingestPort, "/v1/observations", body.toString(), Set.of(202));
        }
    }

    /// Repeats a request until it is answered, or for too long.
    private void request(Client client, String method, IntSupplier port, String path, String body, Set<Integer> right) {
        var begin = System.nanoTime();
        var answer = client.send(method, port.getAsInt(), path, body);
        while (answer.open() && isPatient(begin)) {
            LockSupport.parkNanos(AGAIN.toNanos());
            answer = client.send(method, port.getAsInt(), path, body);
        }
        if (!right.contains(answer.status()) || answer.body().contains("\"rejected\":[{")) {
            refusals.add(run + ": " + path + " was answered " + answer);
        }
    }
}
