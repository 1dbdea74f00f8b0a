package health.vigil.simulation;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `vigil load`: 0 when every reading was accepted and every sample graded, else 1; 2 when there was no load.
@Command(name = "load", description = "Puts the load of so many beds on a service that runs, and measures it.")
public final class LoadCommand implements Callable<Integer> {
    /// A bed's usual rate: a reading in five minutes.
    private static final double SECONDS_PER_READING = 300;

    @Spec
    CommandSpec command = CommandSpec.create();

    @Mixin
    ServiceOptions service = new ServiceOptions();

    @Option(
            names = "--beds",
            defaultValue = "40",
            description = "Patients that readings are sent for (${DEFAULT-VALUE}).")
    int beds;

    @Option(
            names = "--rate",
            description = "Readings a second, of all beds together; one of each bed in five minutes unless given.")
    Optional<Double> rate = Optional.empty();

    @Option(names = "--batch", defaultValue = "1", description = "Readings in one post (${DEFAULT-VALUE}).")
    int batch;

    @Option(names = "--seconds", defaultValue = "60", description = "How long, at most an hour (${DEFAULT-VALUE}).")
    int seconds;

    static LoadOptions parse(String... words) {
        var load = new LoadCommand();
        new CommandLine(load).parseArgs(words);
        return load.options();
    }

    private LoadOptions options() {
        var some = new Range(1, 100_000).check(command, "--beds", beds);
        return new LoadOptions(
                new LoadOptions.Target(service.service(), service.credentials),
                some,
                new Range(0.001, 100_000).check(command, "--rate", rate.orElse(some / SECONDS_PER_READING)),
                new Range(1, 1000).check(command, "--batch", batch),
                Duration.ofSeconds(new Range(1, 3600).check(command, "--seconds", seconds)));
    }

    @Override
    public Integer call() throws InterruptedException {
        var options = options();
        try {
            return Load.run(options) ? 0 : 1;
        } catch (IOException | IllegalStateException e) {
            System.err.println("The load ends: " + e.getMessage());
            return 2;
        }
    }
}
