package health.vigil.simulation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Sends the load of a number of beds to a running service and reports the result.
final class Load {
    private static final String PREFIX = "load-";
    private static final String WARD = "Load";

    private Load() {}

    /// Runs the load test to its end.
    ///
    /// @return whether every reading was accepted and every sample graded
    static boolean run(LoadOptions options) throws IOException, InterruptedException {
        try (var service = Service.at(options.target().url(), options.target().credentials())) {
            service.awaitReady();
            var ward = new SimulatedWard(service, WARD, PREFIX, Instant.now().truncatedTo(ChronoUnit.SECONDS));
            ward.clear();
            occupy(ward, options.beds());
            System.out.printf("%d beds, %.3f readings a second%n", options.beds(), options.rate());
            var start = Instant.now();
            var report = new Generator(service, ward, options).run();
            System.out.print(report.text(Duration.between(start, Instant.now()).toMillis() / 1e3));
            ward.clear();
            return report.isClean();
        }
    }

    private static void occupy(SimulatedWard ward, int beds) throws IOException, InterruptedException {
        var usual = new Vitals(36.8, 78, 15, 122, 74, 97);
        for (var bed = 1; bed <= beds; bed++) {
            var person = new SimulatedPatient.SimulatedPerson("Load", 50, 74, 3, SimulatedPatient.baseline(usual));
            ward.admit(new SimulatedPatient(bed, person, Trajectory.steady(usual), List.of(), Optional.empty()));
        }
    }
}
