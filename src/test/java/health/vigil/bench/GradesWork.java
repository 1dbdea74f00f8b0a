package health.vigil.bench;

import java.time.Duration;
import java.util.Optional;

/// The grade of now, of patients with a day of readings.
final class GradesWork implements Work {
    private static final int PATIENTS = 200;
    private static final int CONNECTIONS = 16;

    @Override
    public void measure(RunningService service, BenchOptions options, Report report) throws Exception {
        var patients = new Patients("grade", 0, PATIENTS, Duration.ofDays(2));
        patients.admit(service);
        new History(patients, History.A_DAY, Duration.ofDays(1)).send(service);

        var windows = new Reads(service, options, report)
                .windows(
                        "grade",
                        CONNECTIONS,
                        (connection, number) -> Optional.of(Request.get("/v1/patients/"
                                + patients.id(patients.turn(connection, CONNECTIONS, number)) + "/grade")));

        report.row(
                "GET of a grade, 16 connections",
                ">= 5,000/s",
                "%.0f/s",
                Runs.of(windows.stream().mapToDouble(window -> window.load().rate())));
        report.row(
                "CPU of it",
                "<= 0.3 ms",
                "%.2f ms",
                Runs.of(windows.stream().mapToDouble(window -> window.cost() / 1e3)));
    }
}
