package health.vigil.bench;

import java.util.ArrayList;
import java.util.List;

/// Repeated measurements of requests that only read, as a nurse.
record Reads(RunningService service, BenchOptions options, Report report) {
    /// Warms up, then measures.
    List<Window> windows(String name, int connections, Requests requests) throws Exception {
        var nurse = service.token("nurse");
        service.measure(nurse, new Load(connections, 200, requests, options.warmUp()));
        var windows = new ArrayList<Window>();
        for (int i = 0; i < options.pairs(); i++) {
            var window = service.measure(nurse, new Load(connections, 200, requests, options.window()));
            report.raw("%s: %s", name, window.text());
            windows.add(window);
        }
        return windows;
    }
}
