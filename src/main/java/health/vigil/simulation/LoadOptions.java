package health.vigil.simulation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/// What load is put on which service.
///
/// @param beds  patients that readings are sent for
/// @param rate  readings a second, of all beds together
/// @param batch readings in one post
record LoadOptions(Target target, int beds, double rate, int batch, Duration length) {
    /// The service and the file of its accounts.
    record Target(URI url, Path credentials) {}

    /// How long after its predecessor a post is due.
    Duration interval() {
        return Duration.ofNanos(Math.round(Duration.ofSeconds(1).toNanos() * batch / rate));
    }

    long posts() {
        return Math.max(1, length.dividedBy(interval()));
    }
}
