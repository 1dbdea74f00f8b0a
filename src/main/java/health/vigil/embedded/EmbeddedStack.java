package health.vigil.embedded;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Kafka and PostgreSQL of one data folder, both running. Closing stops both and releases the folder.
public final class EmbeddedStack implements AutoCloseable {
    private final FolderLock lock;
    private final Resident<EmbeddedKafka> kafka;
    private final Resident<EmbeddedPostgres> postgres;

    private EmbeddedStack(FolderLock lock, Resident<EmbeddedKafka> kafka, Resident<EmbeddedPostgres> postgres) {
        this.lock = lock;
        this.kafka = kafka;
        this.postgres = postgres;
    }

    /// Starts both, or adopts servers that a killed service left running, and waits until both are ready.
    ///
    /// @throws IllegalStateException if another service uses the data folder
    /// @throws IOException if a server does not start, with the last lines of its log
    /// @throws InterruptedException if the thread is interrupted; servers that had started are stopped
    public static EmbeddedStack start(EmbeddedOptions options) throws IOException, InterruptedException {
        var lock = FolderLock.take(options.data());
        try {
            return start(options, lock);
        } catch (IOException | InterruptedException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public String bootstrapServers() {
        return kafka.server().bootstrapServers();
    }

    public String jdbcUrl() {
        return postgres.server().jdbcUrl();
    }

    public String username() {
        return postgres.server().user();
    }

    public String password() {
        return postgres.server().password();
    }

    /// Both processes, the broker first.
    List<ProcessHandle> processes() {
        return List.of(kafka.process(), postgres.process());
    }

    @Override
    public void close() throws IOException {
        try (lock;
                postgres;
                kafka) {}
    }

    private static EmbeddedStack start(EmbeddedOptions options, FolderLock lock)
            throws IOException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var kafka = threads.submit(() -> Resident.of(new EmbeddedKafka(options)));
            var postgres = threads.submit(() -> Resident.of(new EmbeddedPostgres(options)));
            try {
                return new EmbeddedStack(lock, up(kafka), up(postgres));
            } catch (IOException | InterruptedException | RuntimeException e) {
                threads.shutdownNow();
                undo(kafka);
                undo(postgres);
                throw e;
            }
        }
    }

    private static <T> T up(Future<T> starting) throws IOException, InterruptedException {
        try {
            return starting.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e);
        }
    }

    /// Waits for the start to finish, because it may succeed in spite of the interrupt.
    private static void undo(Future<? extends Resident<?>> starting) throws IOException, InterruptedException {
        try {
            starting.get().close();
        } catch (ExecutionException neverCameUp) {
            // A failed start has already cleaned up.
        }
    }
}
