package health.vigil.simulation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/// The options of the load test.
///
/// @param beds the number of patients
/// @param rate readings per second, of all beds together
/// @param batch readings per request
record LoadOptions(Target target, int beds, double rate, int batch, Duration length) {
    /// The service and the file of its accounts.
    record Target(URI url, Path credentials) {}

    /// The time between two requests.
    Duration interval() {
        return Duration.ofNanos(Math.round(Duration.ofSeconds(1).toNanos() * batch / rate));
    }

    long posts() {
        return Math.max(1, length.dividedBy(interval()));
    }
}
