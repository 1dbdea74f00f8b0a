package health.vigil.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The cost of a single post under different conditions of the same service.
final class Cost {
    private static final int CONNECTIONS = 16;

    private final RunningService service;
    private final BenchOptions options;
    private final Report report;
    private final Map<String, Runs> costs = new LinkedHashMap<>();

    Cost(RunningService service, BenchOptions options, Report report) {
        this.service = service;
        this.options = options;
        this.report = report;
    }

    /// Measures it for these patients.
    void measure(String condition, Patients patients) throws Exception {
        post(patients, options.warmUp());
        var runs = new ArrayList<Double>();
        for (int i = 0; i < options.pairs(); i++) {
            var stored = service.applied();
            var window = post(patients, options.window());
            report.raw("%s, stored %d to %d: %s", condition, stored, service.applied(), window.text());
            runs.add(window.cost());
        }
        costs.put(condition, new Runs(runs));
    }

    private Window post(Patients patients, Duration length) throws Exception {
        var requests = new Observations(patients, CONNECTIONS).single();
        return service.measure(service.token(), new Load(CONNECTIONS, 202, requests, length));
    }

    /// Adds a row for each condition, and one for the difference between the greatest and the least of them.
    void rows(String what) {
        costs.forEach((condition, runs) -> report.row("CPU of a single post, " + condition, "", "%.0f µs", runs));
        var medians = Runs.of(costs.values().stream().mapToDouble(Runs::median));
        var difference = 100 * (medians.most() / medians.least() - 1);
        report.row("difference of these, by " + what, "<= 15 %", "%.0f %%", new Runs(List.of(difference)));
    }
}
