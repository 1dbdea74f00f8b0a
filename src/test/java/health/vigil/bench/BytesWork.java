package health.vigil.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an observation takes in PostgreSQL: the growth of all tables of the service.
final class BytesWork implements Work {
    private static final int PATIENTS = 200;
    private static final int OBSERVATIONS = 100_000;
    private static final int BEFORE = 10;

    private static final String SIZES = """
            select relname as name, pg_total_relation_size(oid) as size from pg_class
            where relkind = 'r' and relnamespace = 'public'::regnamespace""";

    @Override
    public void measure(RunningService service, BenchOptions options, Report report) throws Exception {
        var patients = new Patients("byte", 0, PATIENTS, Duration.ofMinutes(1));
        patients.admit(service);
        var bodies = NdjsonWork.bodies(options.scaled(OBSERVATIONS));
        NdjsonWork.send(service, patients, Math.max(1, bodies / BEFORE));

        var before = service.progress().numbers(SIZES);
        var window = NdjsonWork.send(service, patients, bodies);
        var after = service.progress().numbers(SIZES);

        var observations = window.load().accepted() * NdjsonWork.PER_BODY;
        var grown = new TreeMap<String, Double>();
        after.forEach(
                (table, size) -> grown.put(table, (size - before.getOrDefault(table, 0L)) / (double) observations));
        tell(grown, report);
        var bytes = grown.values().stream().mapToDouble(Double::doubleValue).sum();
        report.row("bytes in PostgreSQL for each observation", "<= 300", "%.0f", new Runs(List.of(bytes)));
    }

    private static void tell(Map<String, Double> grown, Report report) {
        grown.entrySet().stream()
                .filter(table -> table.getValue() >= 1)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(table -> report.raw("%s: %.0f bytes", table.getKey(), table.getValue()));
    }
}
