package health.vigil.simulation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// Where the canary sings.
///
/// @param ward  of its own, so that people who work for named wards never see it
/// @param every how often its grade changes
/// @param port  where it tells its metrics; 0: any that is free
record CanaryOptions(URI url, Path credentials, String ward, Duration every, int port) {
    static final String USAGE = """
            ./vigil canary [--url http://localhost:8080] [--credentials data/credentials.json]
                           [--ward vigil-canary] [--every 60] [--port 9001] [--host NAME]
              --credentials  the file with the tokens of a nurse and of a device; read anew each time
              --ward         where the patient who does not exist is admitted
              --every        seconds between two changes of its grade
              --port         where /metrics is told
              --host         of a service on another machine, said twice as for load""";

    private static final Set<String> NAMES = Set.of("url", "credentials", "ward", "every", "port", "host");

    static CanaryOptions parse(String... words) {
        var arguments = Arguments.parse(NAMES, words);
        return new CanaryOptions(
                arguments.service(),
                arguments.path("credentials", "data/credentials.json"),
                arguments.text("ward").orElse("vigil-canary"),
                Duration.ofSeconds(arguments.count("every", 60, 1, 3600)),
                arguments.count("port", 9001, 0, 65_535));
    }
}
