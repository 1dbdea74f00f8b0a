package health.vigil.bench;

import java.time.Duration;
import java.util.ArrayList;

/// What the service costs while nothing happens, with 200 patients who have a device each.
final class RestWork implements Work {
    private static final int PATIENTS = 200;

    @Override
    public void measure(RunningService service, BenchOptions options, Report report) throws Exception {
        var patients = new Patients("rest", 0, PATIENTS, Duration.ofDays(2));
        patients.admit(service);
        patients.bindDevices(service);
        new History(patients, History.A_DAY, Duration.ofDays(1)).send(service);
        Thread.sleep(options.warmUp());
        var shares = new ArrayList<Double>();
        for (int i = 0; i < options.pairs(); i++) {
            var before = service.cpu();
            var began = System.nanoTime();
            Thread.sleep(options.window());
            var used = service.cpu().since(before);
            var length = Duration.ofNanos(System.nanoTime() - began);
            report.raw(
                    "at rest: service %.1f %%, broker %.1f %%, PostgreSQL %.1f %% of a core",
                    percent(used.server(), length), percent(used.broker(), length), percent(used.database(), length));
            shares.add(percent(used.server().plus(used.database()), length));
        }
        report.row("at rest, 200 patients: service and PostgreSQL", "<= 3 % of a core", "%.1f %%", new Runs(shares));
    }

    private static double percent(Duration used, Duration length) {
        return 100.0 * used.toNanos() / length.toNanos();
    }
}
