package health.vigil.simulation;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `vigil demo`: runs the service with a ward of simulated patients. Invalid options are reported before anything
/// starts.
@Command(name = DemoCommand.NAME, description = "Runs the service with a ward of twelve simulated patients.")
public final class DemoCommand implements Callable<Integer> {
    public static final String NAME = "demo";

    private final Callable<Integer> start;

    @Spec
    CommandSpec command = CommandSpec.create();

    @Option(
            names = "--speed",
            defaultValue = "60",
            description = "Hours of the story in one hour, 1 to 3600 (${DEFAULT-VALUE}).")
    double speed;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the noise in the readings (${DEFAULT-VALUE}).")
    int seed;

    @Option(names = "--ward", defaultValue = "Demo", description = "The ward of the patients (${DEFAULT-VALUE}).")
    String ward = "";

    @Option(names = "--hours", defaultValue = "48", description = "Length of the story in hours (${DEFAULT-VALUE}).")
    int hours;

    @Option(
            names = "--hl7",
            description = "The monitors send HL7 over MLLP, and the laboratory FHIR, in place of the API.")
    boolean hl7;

    @Option(
            names = "--hl7-port",
            defaultValue = "" + Hl7Outlet.PORT,
            description = "The port of MLLP (${DEFAULT-VALUE}).")
    int hl7Port;

    /// @param start runs the service until it ends
    public DemoCommand(Callable<Integer> start) {
        this.start = start;
    }

    static DemoOptions parse(String... words) {
        var demo = new DemoCommand(() -> 0);
        new CommandLine(demo).parseArgs(words);
        return demo.options();
    }

    /// The settings of the service for a demo with HL7.
    public static Map<String, String> settings(int port) {
        return Hl7Outlet.settings(port);
    }

    private DemoOptions options() {
        return new DemoOptions(
                new Range(1, 3600).check(command, "--speed", speed),
                new Range(0, Integer.MAX_VALUE).check(command, "--seed", seed),
                ward,
                Duration.ofHours(new Range(1, 10_000).check(command, "--hours", hours)),
                hl7 ? Optional.of(new Range(1, 65_535).check(command, "--hl7-port", hl7Port)) : Optional.empty());
    }

    @Override
    public Integer call() throws Exception {
        options().hl7Port().ifPresent(port -> settings(port).forEach(System::setProperty));
        return start.call();
    }
}
