package health.vigil.simulation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/// Where the canary sings.
///
/// @param ward  of its own, so that people who work for named wards never see it
/// @param every how often its grade changes
/// @param port  where it tells its metrics; 0: any that is free
record CanaryOptions(URI url, Path credentials, String ward, Duration every, int port) {}
