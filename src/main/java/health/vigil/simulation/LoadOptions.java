package health.vigil.simulation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// What load is put on which service.
///
/// @param beds  patients that readings are sent for
/// @param rate  readings a second, of all beds together
/// @param batch readings in one post
record LoadOptions(Target target, int beds, double rate, int batch, Duration length) {
    static final String USAGE = """
            ./vigil load [--beds 40] [--rate 0.133] [--batch 1] [--seconds 60]
                         [--url http://localhost:8080] [--credentials data/credentials.json] [--host NAME]
              --beds     patients that readings are sent for
              --rate     readings a second, of all beds together
              --batch    readings in one post
              --seconds  how long, at most an hour
              --host     of a service on another machine: said twice, so that load is never put on a ward by mistake""";

    private static final Set<String> NAMES = Set.of("beds", "rate", "batch", "seconds", "url", "credentials", "host");
    /// A bed's usual rate: a reading in five minutes.
    private static final double SECONDS_PER_READING = 300;

    /// The service and the file of its accounts.
    record Target(URI url, Path credentials) {}

    static LoadOptions parse(String... words) {
        var arguments = Arguments.parse(NAMES, words);
        var beds = arguments.count("beds", 40, 1, 100_000);
        return new LoadOptions(
                target(arguments),
                beds,
                arguments.number("rate", beds / SECONDS_PER_READING, 0.001, 100_000),
                arguments.count("batch", 1, 1, 1000),
                Duration.ofSeconds(arguments.count("seconds", 60, 1, 3600)));
    }

    private static Target target(Arguments arguments) {
        return new Target(arguments.service(), arguments.path("credentials", "data/credentials.json"));
    }

    /// How long after its predecessor a post is due.
    Duration interval() {
        return Duration.ofNanos(Math.round(Duration.ofSeconds(1).toNanos() * batch / rate));
    }

    long posts() {
        return Math.max(1, length.dividedBy(interval()));
    }
}
