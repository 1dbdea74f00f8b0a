package health.vigil.bench;

import java.time.Duration;
import java.util.ArrayList;

/// From the start of the script until the service is ready, on the data of an earlier start, and the memory then.
final class StartWork implements Work {
    private static final int PATIENTS = 200;

    @Override
    public void measure(RunningService service, BenchOptions options, Report report) throws Exception {
        var patients = new Patients("start", 0, PATIENTS, Duration.ofDays(2));
        patients.admit(service);
        new History(patients, History.A_DAY, Duration.ofDays(1)).send(service);
        var starts = new ArrayList<Double>();
        var resident = new ArrayList<Double>();
        for (int i = 0; i < options.pairs(); i++) {
            var ready = service.restart();
            Thread.sleep(options.warmUp());
            var server = ResidentMemory.mb(service.pid());
            var broker = ResidentMemory.mb(service.data().broker());
            report.raw(
                    "ready after %.2f s; resident %d s later: service %.0f MB, broker %.0f MB",
                    seconds(ready), options.warmUp().toSeconds(), server, broker);
            starts.add(seconds(ready));
            resident.add(server + broker);
        }
        report.row("start to ready, second start", "<= 6 s", "%.1f s", new Runs(starts));
        report.row("resident memory of service and broker", "<= 512 MB", "%.0f MB", new Runs(resident));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
