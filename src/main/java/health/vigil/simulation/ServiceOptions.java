package health.vigil.simulation;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// The service that a command uses, and its tokens.
final class ServiceOptions {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    @Spec(Target.MIXEE)
    CommandSpec command = CommandSpec.create();

    @Option(
            names = "--url",
            defaultValue = "http://localhost:8080",
            description = "The URL of the service (${DEFAULT-VALUE}).")
    URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--credentials",
            defaultValue = "data/credentials.json",
            description = "The file with the tokens of the service's accounts (${DEFAULT-VALUE}).")
    Path credentials = Path.of("data/credentials.json");

    @Option(
            names = "--host",
            defaultValue = "",
            description = "The host of --url, required if the service is on another machine. Naming it twice prevents"
                    + " simulated patients on a real ward by mistake.")
    String host = "";

    /// The service that `--url` names.
    URI service() {
        var named = String.valueOf(url.getHost());
        if (!HERE.contains(named) && !host.equals(named)) {
            throw new ParameterException(
                    command.commandLine(), "--host must repeat the host of --url, because that is not this machine");
        }
        return url;
    }
}
