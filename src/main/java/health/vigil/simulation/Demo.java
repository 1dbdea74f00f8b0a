package health.vigil.simulation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// Plays a ward of twelve simulated patients: a fever; a CRS that rises to grade 3 and is treated, followed by
/// ICANS; a quiet patient; a child; a monitor that falls silent; a fever of yesterday that expires; IEC-HS; a long
/// neutropenia; a patient who goes home; one whose infusion is prepared, recorded and watched; one who recovers
/// from CRS; one who loses the words by ICANS.
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
        var patients = patients(service, ward);
        for (var patient : patients) {
            if (patient.present()) {
                ward.admit(patient);
            }
        }
        System.out.printf(
                "%nThe demo plays %d patients on ward %s, %.0f hours in one. A tour of the pages: %s%n",
                patients.size(), options.ward(), options.speed(), service.address("/?tour"));
        var clock = new StoryClock(Instant.now(), options.speed());
        new Player(outlet, new StoryRequests(service, ward, clock), ward, options, clock).play(patients);
        System.out.println("The demo's story has ended.");
    }

    /// Without an account for coordinators nobody is infused by a journey.
    private static List<SimulatedPatient> patients(Service service, SimulatedWard ward)
            throws IOException, InterruptedException {
        if (service.has(Account.COORDINATOR)) {
            ward.clearJourneys();
            return everybody();
        }
        System.out.println("credentials.json has no coordinator: the demo plays no journey.");
        return everybody().stream().filter(SimulatedPatient::present).toList();
    }

    static List<SimulatedPatient> everybody() {
        return Stream.of(Stories.all(), CourseStories.all(), TreatedStories.all())
                .flatMap(List::stream)
                .toList();
    }
}
