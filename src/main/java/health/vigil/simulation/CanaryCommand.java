package health.vigil.simulation;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `vigil canary`: runs until it is interrupted.
@Command(name = "canary", description = "Watches a running service by changing the grade of a simulated patient.")
public final class CanaryCommand implements Callable<Integer> {
    @Spec
    CommandSpec command = CommandSpec.create();

    @Mixin
    ServiceOptions service = new ServiceOptions();

    @Option(
            names = "--ward",
            defaultValue = "vigil-canary",
            description = "The ward of the patient (${DEFAULT-VALUE}). Use a separate ward, so that users of real wards"
                    + " never see the patient.")
    String ward = "";

    @Option(
            names = "--every",
            defaultValue = "60",
            description = "Seconds between two changes of the grade (${DEFAULT-VALUE}).")
    int every;

    @Option(names = "--port", defaultValue = "9001", description = "The port of /metrics (${DEFAULT-VALUE}).")
    int port;

    private CanaryOptions options() {
        return new CanaryOptions(
                service.service(),
                service.credentials,
                ward,
                Duration.ofSeconds(new Range(1, 3600).check(command, "--every", every)),
                new Range(0, 65_535).check(command, "--port", port));
    }

    @Override
    public Integer call() {
        var options = options();
        try (var metrics = CanaryMetrics.serve(options.port())) {
            new Canary(options, metrics).run();
            return 0;
        } catch (IOException e) {
            System.err.println("The canary's port cannot be opened: " + e.getMessage());
            return 2;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
