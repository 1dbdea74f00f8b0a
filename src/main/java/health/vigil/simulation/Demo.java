package health.vigil.simulation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Plays a ward of six simulated patients: a fever; a CRS that rises to grade 3 and is treated, followed by
/// ICANS; a quiet patient; a child; a monitor that falls silent; a fever of yesterday that expires.
public final class Demo {
    private static final String PREFIX = "demo-";

    private Demo() {}

    /// Plays until the story ends or the thread is interrupted.
    ///
    /// @param base the URL of the service
    /// @param credentials the `credentials.json` of its accounts
    public static void run(URI base, Path credentials, String... arguments) {
        var options = DemoCommand.parse(arguments);
        try (var service = Service.at(base, credentials)) {
            service.awaitReady();
            play(service, options);
        } catch (IOException | IllegalStateException e) {
            System.err.println("The demo ends: " + e.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void play(Service service, DemoOptions options) throws IOException, InterruptedException {
        try (var outlet = outlet(service, options)) {
            play(service, options, outlet);
        }
    }

    private static DemoOutlet outlet(Service service, DemoOptions options) {
        return options.hl7Port()
                .<DemoOutlet>map(port -> new Hl7Outlet(service, port))
                .orElseGet(() -> new HttpOutlet(service));
    }

    private static void play(Service service, DemoOptions options, DemoOutlet outlet)
            throws IOException, InterruptedException {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var ward = new SimulatedWard(service, options.ward(), PREFIX, now, outlet::deviceId);
        ward.clear();
        var patients = Stories.all();
        for (var patient : patients) {
            ward.admit(patient);
        }
        System.out.printf(
                "%nThe demo plays six patients on ward %s, %.0f hours in one.%n", options.ward(), options.speed());
        new Player(outlet, ward, options, new StoryClock(Instant.now(), options.speed())).play(patients);
        System.out.println("The demo's story has ended.");
    }
}
