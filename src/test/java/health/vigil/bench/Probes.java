package health.vigil.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Posts a reading of each patient every two seconds, and measures how long it takes until the service shows it as
/// applied.
final class Probes {
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    /// A longer delay is measured less exactly, so that the probes are no load of their own.
    private static final int EXACTNESS = 10;

    private final RunningService service;
    private final Patients patients;
    private final Duration margin;
    private final Report report;
    private final AtomicLong number = new AtomicLong();

    /// What others may have to wait for.
    interface Happening {
        void run() throws Exception;
    }

    /// @param margin how long they run before and after what happens
    Probes(RunningService service, Patients patients, Duration margin, Report report) {
        this.service = service;
        this.patients = patients;
        this.margin = margin;
        this.report = report;
    }

    /// The delays while something happens.
    Latencies during(String what, Happening happening) throws Exception {
        var over = new AtomicBoolean();
        var delays = new Latencies();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var watches = new ArrayList<Future<Latencies>>();
            for (int i = 0; i < patients.count(); i++) {
                int patient = i;
                watches.add(threads.submit(() -> watch(patient, over)));
            }
            try {
                Thread.sleep(margin);
                var began = System.nanoTime();
                happening.run();
                report.raw("%s took %.1f s", what, (System.nanoTime() - began) / 1e9);
                Thread.sleep(margin);
            } finally {
                over.set(true);
            }
            for (var watch : watches) {
                delays.addAll(watch.get());
            }
        }
        report.raw(
                "delay of the other patients during %s: p50 %.0f ms, p99 %.0f ms, longest %.0f ms",
                what, delays.millis(0.5), delays.millis(0.99), delays.millis(1));
        return delays;
    }

    private Latencies watch(int patient, AtomicBoolean over) throws IOException, InterruptedException {
        var delays = new Latencies();
        Thread.sleep(EVERY.multipliedBy(patient).dividedBy(patients.count()));
        while (!over.get()) {
            var delay = delay(patients.id(patient));
            delays.add(delay.toNanos());
            var rest = EVERY.minus(delay);
            Thread.sleep(rest.isNegative() ? Duration.ZERO : rest);
        }
        return delays;
    }

    private Duration delay(String patient) throws IOException, InterruptedException {
        var id = "probe-" + number.incrementAndGet();
        var sent = Instant.now();
        var began = System.nanoTime();
        var taken = service.caller()
                .post(Observations.PATH, service.token(), Observations.json(id, patient, sent, number.get()));
        if (taken.statusCode() != 202) {
            throw new IllegalStateException("a reading was answered with " + taken.statusCode());
        }
        var delay = Duration.ofNanos(System.nanoTime() - began);
        while (!isApplied(id)) {
            delay = Duration.ofNanos(System.nanoTime() - began);
            var pause = delay.dividedBy(EXACTNESS);
            Thread.sleep(pause.compareTo(LOOK_AGAIN) > 0 ? pause : LOOK_AGAIN);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private boolean isApplied(String id) throws IOException {
        return service.caller()
                        .get(Observations.PATH + "/" + id, service.token("nurse"))
                        .statusCode()
                == 200;
    }
}
