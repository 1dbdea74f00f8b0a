package health.vigil.bench;

import org.junit.jupiter.api.Test;

/// The benchmark, by `./vigil bench`, with `-Dvigil.bench="singles rest --seconds 20 --pairs 3"`. It asserts
/// nothing about speed: it prints what was measured beside what is wanted.
class BenchByHand {
    @Test
    void theServiceBesideABareDurablePipe() throws Exception {
        var options = BenchOptions.parse(System.getProperty("vigil.bench", ""));
        var report = new Report();
        for (var work : BenchWork.values()) {
            if (options.works().contains(work)) {
                measure(work, options, report);
            }
        }
        report.print(System.out);
    }

    private static void measure(BenchWork work, BenchOptions options, Report report) throws Exception {
        for (var part : work.parts()) {
            report.raw("%n%s", work.word());
            try (var service = RunningService.start(part.settings())) {
                part.measure(service, options, report);
                service.requireNothingHeld();
            }
        }
    }
}
