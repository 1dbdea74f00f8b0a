package health.vigil.bench;

import java.time.Duration;
import java.util.ArrayList;

/// NDJSON of 50, until everything is applied.
final class NdjsonWork implements Work {
    static final int PER_BODY = 50;

    private static final int PATIENTS = 1000;
    private static final int CONNECTIONS = 4;
    private static final int OBSERVATIONS = 200_000;

    @Override
    public void measure(RunningService service, BenchOptions options, Report report) throws Exception {
        var patients = new Patients("line", 0, PATIENTS, Duration.ofMinutes(1));
        patients.admit(service);
        var bodies = bodies(options.scaled(OBSERVATIONS));
        send(service, patients, bodies);
        var rates = new ArrayList<Double>();
        var costs = new ArrayList<Double>();
        for (int i = 0; i < options.pairs(); i++) {
            var window = send(service, patients, bodies);
            var observations = window.load().accepted() * PER_BODY;
            var seconds = window.load().length().plus(window.lag()).toNanos() / 1e9;
            report.raw(
                    "%d observations taken at %.0f/s, applied after %.2f s more; processor for each: %s",
                    observations,
                    window.load().rate() * PER_BODY,
                    window.lagSeconds(),
                    window.cpu().per(observations));
            rates.add(observations / seconds);
            costs.add(window.cost() / PER_BODY);
        }
        report.row("NDJSON of 50, observations taken and applied", ">= 25,000/s", "%.0f/s", new Runs(rates));
        report.row("CPU of an observation in NDJSON of 50", "", "%.0f µs", new Runs(costs));
    }

    /// Posts bodies of 50 observations, and waits until they are applied.
    ///
    /// @param bodies of each connection
    static Window send(RunningService service, Patients patients, long bodies) throws Exception {
        var lines = new Observations(patients, CONNECTIONS).lines(PER_BODY, bodies);
        var window = service.measure(service.token(), Load.all(CONNECTIONS, 202, lines));
        window.load().complete();
        return window;
    }

    /// How many bodies each connection must send for so many observations.
    static long bodies(long observations) {
        return Math.max(1, observations / PER_BODY / CONNECTIONS);
    }
}
