package health.vigil.embedded;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Kafka and PostgreSQL of one data folder, both up. Closing stops both and lets go of the folder.
public final class EmbeddedStack implements AutoCloseable {
    private final FolderLock lock;
    private final Resident<EmbeddedKafka> kafka;
    private final Resident<EmbeddedPostgres> postgres;

    private EmbeddedStack(FolderLock lock, Resident<EmbeddedKafka> kafka, Resident<EmbeddedPostgres> postgres) {
        this.lock = lock;
        this.kafka = kafka;
        this.postgres = postgres;
    }

    /// Starts both, or adopts what a killed service left running, and waits until both answer.
    ///
    /// @throws IllegalStateException if another service works in the data folder
    /// @throws IOException if one does not start, with the last lines of its log
    /// @throws InterruptedException if the thread is interrupted: whatever had started is stopped again
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

    /// The two processes, the broker's first.
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

    /// Waits for it first: it may have come up in spite of the interrupt.
    private static void undo(Future<? extends Resident<?>> starting) throws IOException, InterruptedException {
        try {
            starting.get().close();
        } catch (ExecutionException neverCameUp) {
            // Then it has cleaned up behind itself.
        }
    }
}
