package health.vigil.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/// What the standards cost: facts in FHIR and HL7 beside the same facts in our own words, many connections of MLLP,
/// and large Bundles.
final class ExchangeWork implements Work {
    private static final int PATIENTS = 1000;
    private static final int CONNECTIONS = 16;
    private static final int BEDSIDE_CONNECTIONS = 200;
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int BUNDLE = 1000;
    private static final int WARM_UP_BUNDLES = 3;

    @Override
    public Map<String, String> settings() {
        return Gateways.settings();
    }

    @Override
    public void measure(RunningService service, BenchOptions options, Report report) throws Exception {
        var patients = new Patients("exchange", 0, PATIENTS, Duration.ofMinutes(1));
        patients.admit(service);
        var parts = new Parts(service, patients, options, report);
        parts.resources();
        parts.messages();
        parts.bedside();
        parts.bundles("batch");
        parts.bundles("transaction");
    }

    private record Parts(RunningService service, Patients patients, BenchOptions options, Report report) {
        /// One vital sign in each request.
        void resources() throws Exception {
            compare(
                    "one vital sign, FHIR",
                    new Side("/v1", length -> posted(202, facts(CONNECTIONS).posted(), length)),
                    new Side("FHIR", length -> posted(201, facts(CONNECTIONS).resources(), length)));
        }

        /// Eight values in each message.
        void messages() throws Exception {
            compare(
                    "ORU^R01 of eight values",
                    new Side("/v1", length -> posted(202, new Observations(patients, CONNECTIONS).single(), length)),
                    new Side("MLLP", length -> sent(facts(CONNECTIONS).messages(), length)));
        }

        private void compare(String what, Side own, Side standard) throws Exception {
            var turns = Turns.measure(what, own, standard, options, report);
            var cost = "CPU of " + what;
            report.row(cost + ", against /v1", "<= 1.5 x", "%.2f x", turns.runs(Pair::costRatio));
            report.row(cost, "", "%.0f µs", turns.runs(pair -> pair.second().cost()));
            report.row(
                    cost + ", the same in /v1",
                    "",
                    "%.0f µs",
                    turns.runs(pair -> pair.first().cost()));
        }

        private Window posted(int expected, Requests requests, Duration length) throws Exception {
            var load = new Load(CONNECTIONS, expected, requests, length);
            return applied(() -> service.measure(service.token(), load));
        }

        private Window sent(Requests messages, Duration length) throws Exception {
            var load = new Load(CONNECTIONS, MllpWire.TAKEN, messages, length);
            return applied(() -> service.measureMessages(load));
        }

        /// Many connections that send a message a second each.
        void bedside() throws Exception {
            var load = new Load(
                    BEDSIDE_CONNECTIONS,
                    MllpWire.TAKEN,
                    facts(BEDSIDE_CONNECTIONS).messages(),
                    options.lagAfter(),
                    EVERY);
            var windows = new ArrayList<Window>();
            for (int i = 0; i < options.pairs(); i++) {
                var window = service.measureMessages(load);
                report.raw("%d connections of MLLP: %s", BEDSIDE_CONNECTIONS, window.text());
                windows.add(window);
            }
            bedside(
                    "answered",
                    "100 %",
                    "%.2f %%",
                    windows,
                    window -> 100.0 * window.load().accepted() / load.allDue());
            bedside(
                    "answer, p50",
                    "",
                    "%.1f ms",
                    windows,
                    window -> window.load().latencies().millis(0.5));
            bedside(
                    "answer, p99",
                    "",
                    "%.1f ms",
                    windows,
                    window -> window.load().latencies().millis(0.99));
            bedside("share of a core", "", "%.0f %%", windows, Window::coreShare);
            bedside("lag after", "<= 2 s", "%.2f s", windows, Window::lagSeconds);
        }

        private void bedside(
                String what, String wanted, String format, List<Window> windows, ToDoubleFunction<Window> value) {
            report.row(
                    "%d connections of MLLP, one message a second each for %d s, %s"
                            .formatted(BEDSIDE_CONNECTIONS, options.lagAfter().toSeconds(), what),
                    wanted,
                    format,
                    Runs.of(windows.stream().mapToDouble(value)));
        }

        /// One large Bundle after the other. One that is refused is told, and does not end the run.
        void bundles(String type) throws Exception {
            for (int i = 0; i < WARM_UP_BUNDLES; i++) {
                bundle(type);
            }
            var accepted = new ArrayList<Window>();
            for (int i = 0; i < options.pairs(); i++) {
                var window = bundle(type);
                report.raw("Bundle of %d, %s: %s", BUNDLE, type, window.text());
                if (window.load().refused() == 0) {
                    accepted.add(window);
                }
            }
            rows("Bundle of %,d, %s".formatted(BUNDLE, type), accepted);
        }

        private void rows(String bundle, List<Window> accepted) {
            report.row(
                    bundle + ", accepted",
                    "100 %",
                    "%.0f %%",
                    new Runs(List.of(100.0 * accepted.size() / options.pairs())));
            if (!accepted.isEmpty()) {
                report.row(
                        bundle + ", until the response is complete",
                        "< 1 s",
                        "%.2f s",
                        Runs.of(accepted.stream()
                                .mapToDouble(window -> window.load().latencies().millis(1) / 1e3)));
                report.row(
                        bundle + ", CPU of an Observation",
                        "",
                        "%.0f µs",
                        Runs.of(accepted.stream().mapToDouble(window -> window.cost() / BUNDLE)));
            }
        }

        private Window bundle(String type) throws Exception {
            return service.measure(service.token(), Load.all(1, 200, facts(1).bundle(type, BUNDLE)));
        }

        private ExchangeFacts facts(int connections) {
            return new ExchangeFacts(patients, connections);
        }

        /// A window whose requests were all accepted, each with an observation that is applied.
        private Window applied(Callable<Window> measurement) throws Exception {
            var before = service.applied();
            var window = measurement.call();
            window.load().complete();
            var applied = service.applied() - before;
            if (applied != window.load().accepted()) {
                throw new IllegalStateException("%d requests became %d observations"
                        .formatted(window.load().accepted(), applied));
            }
            return window;
        }
    }
}
