package health.vigil;

import health.vigil.access.Credentials;
import health.vigil.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Gives a Quarkus test the real Kafka and the real PostgreSQL. They are the same for every test class of the JVM,
/// so that a test keeps apart from the others by the names it uses (patients, wards, topics).
public final class EmbeddedTestResource implements QuarkusTestResourceLifecycleManager {
    /// The accounts live in the database, so their keys must be the same for every test class too.
    private static final Path KEYS = temporary();

    @Override
    public Map<String, String> start() {
        try {
            var settings = new HashMap<>(TestStack.configuration());
            settings.putAll(Credentials.settings(KEYS));
            return settings;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("vigil");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// They stay until the JVM ends: the next test class needs them too.
    @Override
    public void stop() {}
}
