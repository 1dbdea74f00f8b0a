package health.vigil;

import health.vigil.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Gives a Quarkus test the real Kafka and the real PostgreSQL. They are the same for every test class of the JVM,
/// so that a test keeps apart from the others by the names it uses (patients, wards, topics).
public final class EmbeddedTestResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return TestStack.configuration();
    }

    /// They stay until the JVM ends: the next test class needs them too.
    @Override
    public void stop() {}
}
