package health.vigil.simulation;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// Which service a command is a client of, and with which tokens.
final class ServiceOptions {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    @Spec(Target.MIXEE)
    CommandSpec command = CommandSpec.create();

    @Option(names = "--url", defaultValue = "http://localhost:8080", description = "The service (${DEFAULT-VALUE}).")
    URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--credentials",
            defaultValue = "data/credentials.json",
            description = "The file with the tokens of its accounts (${DEFAULT-VALUE}).")
    Path credentials = Path.of("data/credentials.json");

    @Option(
            names = "--host",
            defaultValue = "",
            description = "The host of a service on another machine: said twice, so that nobody puts made-up"
                    + " patients on a ward by mistake.")
    String host = "";

    /// The service that `--url` names.
    URI service() {
        var named = String.valueOf(url.getHost());
        if (!HERE.contains(named) && !host.equals(named)) {
            throw new ParameterException(
                    command.commandLine(), "--host must repeat the host of --url, which is not this machine");
        }
        return url;
    }
}
