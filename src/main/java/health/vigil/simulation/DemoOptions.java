package health.vigil.simulation;

import java.time.Duration;
import java.util.Set;

/// How the demo is played.
///
/// @param speed hours of the story in one real hour
/// @param seed  of the noise in the readings; the same seed plays the same ward
/// @param length of the story, after which nothing more is sent
record DemoOptions(double speed, long seed, String ward, Duration length) {
    static final String USAGE = """
            ./vigil demo [--speed 60] [--seed 1] [--ward Demo] [--hours 48]
              --speed  hours of the story in one hour, 1 to 3600
              --seed   of the noise in the readings
              --ward   where the patients are admitted
              --hours  length of the story""";

    static DemoOptions parse(String... words) {
        var arguments = Arguments.parse(Set.of("speed", "seed", "ward", "hours"), words);
        return new DemoOptions(
                arguments.number("speed", 60, 1, 3600),
                arguments.count("seed", 1, 0, Integer.MAX_VALUE),
                arguments.text("ward").orElse("Demo"),
                Duration.ofHours(arguments.count("hours", 48, 1, 10_000)));
    }
}
