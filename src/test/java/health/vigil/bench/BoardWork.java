package health.vigil.bench;

import java.time.Duration;
import java.util.Optional;

/// The board of a ward of 40 patients with a day of readings, one request after the other.
final class BoardWork implements Work {
    @Override
    public void measure(RunningService service, BenchOptions options, Report report) throws Exception {
        var patients = new Patients("board", 0, Patients.WARD, Duration.ofDays(2));
        patients.admit(service);
        new History(patients, History.A_DAY, Duration.ofDays(1)).send(service);

        var board = Request.get("/v1/wards/" + patients.ward(0) + "/board");
        var windows = new Reads(service, options, report).windows("board", 1, (_, _) -> Optional.of(board));

        report.row(
                "board of 40 patients: p50",
                "<= 5 ms",
                "%.1f ms",
                Runs.of(windows.stream()
                        .mapToDouble(window -> window.load().latencies().millis(0.5))));
        report.row(
                "CPU of it",
                "<= 5 ms",
                "%.1f ms",
                Runs.of(windows.stream().mapToDouble(window -> window.cost() / 1e3)));
    }
}
