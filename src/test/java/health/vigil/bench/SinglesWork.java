package health.vigil.bench;

import java.time.Duration;
import java.util.ArrayList;

/// Single posts, on the service and on the pipe in turns.
final class SinglesWork implements Work {
    private static final int PATIENTS = 1000;
    private static final int MANY = 64;
    private static final int FEW = 16;

    @Override
    public void measure(RunningService service, BenchOptions options, Report report) throws Exception {
        var patients = new Patients("single", 0, PATIENTS, Duration.ofMinutes(1));
        patients.admit(service);
        try (var pipe = PipeProcess.start(service.data())) {
            rows(MANY, ">= 0.70", turns(service, pipe, patients, MANY, options, report), report);
            rows(FEW, ">= 0.65", turns(service, pipe, patients, FEW, options, report), report);
        }
        lag(service, patients, options, report);
        report.raw(
                "resident after it: service %.0f MB, broker %.0f MB",
                ResidentMemory.mb(service.pid()),
                ResidentMemory.mb(service.data().broker()));
    }

    private static Turns turns(
            RunningService service,
            PipeProcess pipe,
            Patients patients,
            int connections,
            BenchOptions options,
            Report report)
            throws Exception {
        return Turns.measure(
                connections + " connections",
                side("pipe", service, pipe, patients, connections),
                side("service", service, service, patients, connections),
                options,
                report);
    }

    private static Side side(String name, RunningService service, Target target, Patients patients, int connections) {
        return new Side(name, length -> post(service.generator(), target, patients, connections, length));
    }

    private static void rows(int connections, String wanted, Turns turns, Report report) {
        var posts = "single posts, %d connections".formatted(connections);
        report.row(posts + ", against the pipe", wanted, "%.2f", turns.runs(Pair::rateRatio));
        report.row(
                posts + ", pipe",
                "",
                "%.0f/s",
                turns.runs(pair -> pair.first().load().rate()));
        report.row(
                posts + ", service",
                "",
                "%.0f/s",
                turns.runs(pair -> pair.second().load().rate()));
        var cost = "CPU of a single post, %d connections".formatted(connections);
        report.row(cost + ", against the pipe", "<= 2 x", "%.2f x", turns.runs(Pair::costRatio));
        report.row(
                cost + ", pipe", "", "%.0f µs", turns.runs(pair -> pair.first().cost()));
        report.row(
                cost + ", service",
                "",
                "%.0f µs",
                turns.runs(pair -> pair.second().cost()));
    }

    private static void lag(RunningService service, Patients patients, BenchOptions options, Report report)
            throws Exception {
        var lags = new ArrayList<Double>();
        for (int i = 0; i < options.pairs(); i++) {
            var window = post(service.generator(), service, patients, MANY, options.lagAfter());
            report.raw("lag: %s", window.text());
            lags.add(window.lagSeconds());
        }
        report.row(
                "lag after %d s of single posts, %d connections"
                        .formatted(options.lagAfter().toSeconds(), MANY),
                "<= 2 s",
                "%.2f s",
                new Runs(lags));
    }

    private static Window post(
            LoadGenerator generator, Target target, Patients patients, int connections, Duration length)
            throws Exception {
        var load = new Load(connections, 202, new Observations(patients, connections).single(), length);
        return Window.measure(generator, target, target.token(), load);
    }
}
