package health.vigil.bench;

/// One measurement on a service of its own.
interface Work {
    void measure(RunningService service, BenchOptions options, Report report) throws Exception;
}
