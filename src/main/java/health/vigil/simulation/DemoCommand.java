package health.vigil.simulation;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `vigil demo`: runs the service with a ward of simulated patients. Invalid options are reported before anything
/// starts.
@Command(name = DemoCommand.NAME, description = "Runs the service with a ward of six simulated patients.")
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

    /// @param start runs the service until it ends
    public DemoCommand(Callable<Integer> start) {
        this.start = start;
    }

    static DemoOptions parse(String... words) {
        var demo = new DemoCommand(() -> 0);
        new CommandLine(demo).parseArgs(words);
        return demo.options();
    }

    private DemoOptions options() {
        return new DemoOptions(
                new Range(1, 3600).check(command, "--speed", speed),
                new Range(0, Integer.MAX_VALUE).check(command, "--seed", seed),
                ward,
                Duration.ofHours(new Range(1, 10_000).check(command, "--hours", hours)));
    }

    @Override
    public Integer call() throws Exception {
        options();
        return start.call();
    }
}
