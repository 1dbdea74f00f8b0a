package health.vigil.embedded;

import java.nio.file.Path;

/// Where the embedded servers run, and how durable they are.
///
/// @param data the folder for everything that is kept between runs
/// @param binaries the build's output in `target/embedded`: `kafka/*.jar` and `postgres/*.jar`
/// @param unpacked where PostgreSQL's programs are unpacked once
/// @param fsync whether an acknowledged write is on disk; only tests may skip this
public record EmbeddedOptions(Path data, Path binaries, Path unpacked, boolean fsync) {
    public EmbeddedOptions {
        data = data.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
        unpacked = unpacked.toAbsolutePath().normalize();
    }

    /// For real data.
    public static EmbeddedOptions durable(Path data, Path binaries) {
        return new EmbeddedOptions(data, binaries, data.resolve("programs"), true);
    }

    /// For tests: faster, but not durable. The programs are unpacked beside their jars and shared by all
    /// tests.
    public static EmbeddedOptions forTests(Path data, Path binaries) {
        return new EmbeddedOptions(data, binaries, binaries.resolve("unpacked"), false);
    }
}
