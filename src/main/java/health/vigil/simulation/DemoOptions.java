package health.vigil.simulation;

import java.time.Duration;

/// The options of the demo.
///
/// @param speed hours of the story in one real hour
/// @param seed  the seed of the noise in the readings; the same seed plays the same ward
/// @param length the length of the story, after which nothing more is sent
record DemoOptions(double speed, long seed, String ward, Duration length) {}
