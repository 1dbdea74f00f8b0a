package health.vigil.bench;

import java.util.Map;

/// One measurement on a service of its own.
interface Work {
    /// What the service is told beside its production settings.
    default Map<String, String> settings() {
        return Map.of();
    }

    void measure(RunningService service, BenchOptions options, Report report) throws Exception;
}
