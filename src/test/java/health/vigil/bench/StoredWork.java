package health.vigil.bench;

import java.time.Duration;

/// The cost of an observation with few and many of them stored.
final class StoredWork implements Work {
    private static final int PATIENTS = 200;
    private static final int STORED = 1_000_000;
    private static final Duration SPAN = Duration.ofDays(12);

    @Override
    public void measure(RunningService service, BenchOptions options, Report report) throws Exception {
        var patients = new Patients("stored", 0, PATIENTS, Duration.ofDays(13));
        patients.admit(service);
        var cost = new Cost(service, options, report);
        cost.measure("few stored", patients);

        // Another set of patients: readings of the past would be late for those who have readings of now.
        var others = new Patients("history", 0, PATIENTS, Duration.ofDays(13));
        others.admit(service);
        new History(others, options.scaled(STORED) / PATIENTS, SPAN).send(service);
        cost.measure("%,d stored".formatted(options.scaled(STORED)), others);
        cost.rows("number of stored observations");
    }
}
