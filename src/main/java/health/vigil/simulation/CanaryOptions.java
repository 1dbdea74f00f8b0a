package health.vigil.simulation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/// The options of the canary.
///
/// @param ward a separate ward, so that users of real wards never see it
/// @param every how often its grade changes
/// @param port  the port of its metrics; 0 for any free one
record CanaryOptions(URI url, Path credentials, String ward, Duration every, int port) {}
