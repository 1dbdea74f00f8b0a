package health.vigil.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/// One broker and one database for all tests of a JVM.
public final class TestStack {
    private static final String BROKER = "kafka.bootstrap.servers";
    private static final String DATABASE = "quarkus.datasource.jdbc.url";
    private static final String USER = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";

    private TestStack() {}

    /// The configuration for these servers; the first call starts them.
    ///
    /// Quarkus loads this class in several class loaders; system properties are what they share.
    public static synchronized Map<String, String> configuration() {
        if (System.getProperty(shared(BROKER)) == null) {
            start().forEach((name, value) -> System.setProperty(shared(name), value));
        }
        return Map.of(
                BROKER, System.getProperty(shared(BROKER)),
                DATABASE, System.getProperty(shared(DATABASE)),
                USER, System.getProperty(shared(USER)),
                PASSWORD, System.getProperty(shared(PASSWORD)));
    }

    /// A separate broker and database, for tests that disturb them.
    public static EmbeddedStack own() {
        try {
            return EmbeddedStack.start(TestFolder.create().options());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the servers for the tests did not start", e);
        }
    }

    /// The same with every acknowledged write on disk.
    ///
    /// @param disks prepares the folder first, for instance with separate disks for `kafka` and `postgres`
    public static EmbeddedStack durable(Consumer<Path> disks) {
        try {
            var folder = TestFolder.create();
            disks.accept(folder.path());
            return EmbeddedStack.start(folder.durable());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the servers for the tests did not start", e);
        }
    }

    /// The broker's process, which changes after a kill.
    public static ProcessHandle broker(EmbeddedStack stack) {
        return stack.processes().getFirst();
    }

    /// The database's first process.
    public static ProcessHandle database(EmbeddedStack stack) {
        return stack.processes().getLast();
    }

    /// A folder that is deleted with the JVM.
    public static Path folder() {
        return TestFolder.create().path();
    }

    private static Map<String, String> start() {
        var stack = own();
        return Map.of(
                BROKER, stack.bootstrapServers(),
                DATABASE, stack.jdbcUrl(),
                USER, stack.username(),
                PASSWORD, stack.password());
    }

    private static String shared(String name) {
        return "vigil.test-stack." + name;
    }
}
