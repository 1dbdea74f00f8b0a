package health.vigil.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Two loads that were measured in turns, so that other work on the machine affects both.
record Turns(List<Pair> pairs) {
    /// Warms both up, and measures them.
    ///
    /// @param what is compared, for the raw lines
    static Turns measure(String what, Side first, Side second, BenchOptions options, Report report) throws Exception {
        first.measure(options.warmUp());
        second.measure(options.warmUp());
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < options.pairs(); i++) {
            pairs.add(new Pair(window(what, first, options, report), window(what, second, options, report)));
        }
        return new Turns(List.copyOf(pairs));
    }

    private static Window window(String what, Side side, BenchOptions options, Report report) throws Exception {
        var window = side.measure(options.window());
        report.raw("%s, %s: %s", what, side.name(), window.text());
        return window;
    }

    Runs runs(ToDoubleFunction<Pair> value) {
        return Runs.of(pairs.stream().mapToDouble(value));
    }
}
