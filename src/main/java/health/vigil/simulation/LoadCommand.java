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

/// `vigil load`: the exit code is 0 if every reading was accepted and every sample graded, else 1. It is 2 if the
/// load could not run.
@Command(
        name = "load",
        description = "Sends the load of a number of beds to a running service, and measures the response.")
public final class LoadCommand implements Callable<Integer> {
    /// The usual rate of a bed: one reading every five minutes.
    private static final double SECONDS_PER_READING = 300;

    @Spec
    CommandSpec command = CommandSpec.create();

    @Mixin
    ServiceOptions service = new ServiceOptions();

    @Option(names = "--beds", defaultValue = "40", description = "The number of simulated patients (${DEFAULT-VALUE}).")
    int beds;

    @Option(
            names = "--rate",
            description = "Readings per second, of all beds together. Default: one per bed every five minutes.")
    Optional<Double> rate = Optional.empty();

    @Option(names = "--batch", defaultValue = "1", description = "Readings per request (${DEFAULT-VALUE}).")
    int batch;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "Duration in seconds, at most 3600 (${DEFAULT-VALUE}).")
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
