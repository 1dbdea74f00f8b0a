package health.vigil.bench;

import java.time.Duration;
import java.util.List;

/// The cost of an observation with few and many patients.
final class PatientsWork implements Work {
    private static final List<Integer> COUNTS = List.of(10, 1000, 10_000);
    private static final String PREFIX = "flat";
    private static final Duration SINCE_INFUSION = Duration.ofMinutes(1);

    @Override
    public void measure(RunningService service, BenchOptions options, Report report) throws Exception {
        var cost = new Cost(service, options, report);
        int admitted = 0;
        for (int count : COUNTS) {
            new Patients(PREFIX, admitted, count - admitted, SINCE_INFUSION).admit(service);
            admitted = count;
            cost.measure("%,d patients".formatted(count), new Patients(PREFIX, 0, count, SINCE_INFUSION));
        }
        cost.rows("number of patients");
    }
}
