package health.vigil.embedded;

import java.nio.file.Path;

/// Where the embedded servers live, and how careful they are.
///
/// @param data     the folder that holds everything kept between runs
/// @param binaries what the build left in `target/embedded`: `kafka/*.jar` and `postgres/*.jar`
/// @param unpacked where PostgreSQL's programs are unpacked, once
/// @param fsync    whether an acknowledged write is on the disk; only a test may do without
public record EmbeddedOptions(Path data, Path binaries, Path unpacked, boolean fsync) {
    public EmbeddedOptions {
        data = data.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
        unpacked = unpacked.toAbsolutePath().normalize();
    }

    /// The one for real data.
    public static EmbeddedOptions durable(Path data, Path binaries) {
        return new EmbeddedOptions(data, binaries, data.resolve("programs"), true);
    }

    /// Faster, and worth nothing after a power cut. The programs are unpacked beside their jars, for all tests.
    public static EmbeddedOptions forTests(Path data, Path binaries) {
        return new EmbeddedOptions(data, binaries, binaries.resolve("unpacked"), false);
    }
}
