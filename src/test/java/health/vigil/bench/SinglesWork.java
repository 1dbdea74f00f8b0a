package health.vigil.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Single posts, on the service and on the pipe in turns.
final class SinglesWork implements Work {
    private static final int PATIENTS = 1000;
    private static final int MANY = 64;
    private static final int FEW = 16;

    /// A window of the pipe, and the window of the service that followed it.
    private record Pair(Window pipe, Window service) {
        double ratio() {
            return service.load().rate() / pipe.load().rate();
        }

        double costRatio() {
            return service.cost() / pipe.cost();
        }
    }

    @Override
    public void measure(RunningService service, BenchOptions options, Report report) throws Exception {
        var patients = new Patients("single", 0, PATIENTS, Duration.ofMinutes(1));
        patients.admit(service);
        try (var pipe = PipeProcess.start(service.data())) {
            var turns = new Turns(service, pipe, patients, options, report);
            turns.at(MANY, ">= 0.70");
            turns.at(FEW, ">= 0.65");
        }
        lag(service, patients, options, report);
        report.raw(
                "resident after it: service %.0f MB, broker %.0f MB",
                ResidentMemory.mb(service.pid()),
                ResidentMemory.mb(service.data().broker()));
    }

    private record Turns(
            RunningService service, PipeProcess pipe, Patients patients, BenchOptions options, Report report) {
        void at(int connections, String wanted) throws Exception {
            warmUp(pipe, connections);
            warmUp(service, connections);
            var pairs = new ArrayList<Pair>();
            for (int i = 0; i < options.pairs(); i++) {
                pairs.add(new Pair(window("pipe", pipe, connections), window("service", service, connections)));
            }
            rows(connections, wanted, pairs);
        }

        private void warmUp(Target target, int connections) throws Exception {
            post(service.generator(), target, patients, connections, options.warmUp());
        }

        private Window window(String name, Target target, int connections) throws Exception {
            var window = post(service.generator(), target, patients, connections, options.window());
            report.raw("%d connections, %s: %s", connections, name, window.text());
            return window;
        }

        private void rows(int connections, String wanted, List<Pair> pairs) {
            var posts = "single posts, %d connections".formatted(connections);
            row(posts + ", against the pipe", wanted, "%.2f", pairs, Pair::ratio);
            row(
                    posts + ", pipe",
                    "",
                    "%.0f/s",
                    pairs,
                    pair -> pair.pipe().load().rate());
            row(
                    posts + ", service",
                    "",
                    "%.0f/s",
                    pairs,
                    pair -> pair.service().load().rate());
            var cost = "CPU of a single post, %d connections".formatted(connections);
            row(cost + ", against the pipe", "<= 2 x", "%.2f x", pairs, Pair::costRatio);
            row(cost + ", pipe", "", "%.0f µs", pairs, pair -> pair.pipe().cost());
            row(cost + ", service", "", "%.0f µs", pairs, pair -> pair.service().cost());
        }

        private void row(String what, String wanted, String format, List<Pair> pairs, ToDoubleFunction<Pair> value) {
            report.row(what, wanted, format, Runs.of(pairs.stream().mapToDouble(value)));
        }
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
