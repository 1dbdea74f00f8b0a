package health.vigil.audit;

import health.vigil.role.Job;
import health.vigil.role.Worker;
import health.vigil.role.WorkerThread;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Writes the entries outside transactions in batches, on its own thread, and has all entries sealed. Callers
/// wait until their entry is on disk, without blocking a thread.
@Singleton
class AuditWriter implements Worker {
    private static final Logger LOG = Logger.getLogger(AuditWriter.class);
    private static final int LONGEST_QUEUE = 10_000;
    private static final int BATCH = 500;
    private static final Duration SEALING = Duration.ofMillis(500);
    private static final Duration STOP = Duration.ofSeconds(5);

    private record PendingEntry(AuditEntry entry, CompletableFuture<Void> written) {}

    private final BlockingQueue<PendingEntry> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final AuditLog log;
    private final AuditChain chain;
    private Instant nextSealing = Instant.now();
    private final WorkerThread thread =
            new WorkerThread(Thread.ofPlatform().name("audit").daemon(), _ -> run(), STOP);

    AuditWriter(AuditLog log, AuditChain chain) {
        this.log = log;
        this.chain = chain;
    }

    @Override
    public Job job() {
        return Job.AUDIT;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        thread.stop();
    }

    /// Completes when the entry is on disk; fails if it cannot be written.
    CompletionStage<Void> write(AuditEntry entry) {
        var pending = new PendingEntry(entry, new CompletableFuture<>());
        if (!queue.offer(pending)) {
            pending.written().completeExceptionally(new IllegalStateException("The audit trail cannot keep up"));
        }
        return pending.written();
    }

    private void run() {
        while (thread.working() || !queue.isEmpty()) {
            try {
                write(batch());
                seal();
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private List<PendingEntry> batch() throws InterruptedException {
        var batch = new ArrayList<PendingEntry>();
        Optional.ofNullable(queue.poll(SEALING.toMillis(), TimeUnit.MILLISECONDS))
                .ifPresent(batch::add);
        queue.drainTo(batch, BATCH - batch.size());
        return batch;
    }

    private void write(List<PendingEntry> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> append(batch));
            batch.forEach(pending -> pending.written().complete(null));
        } catch (RuntimeException failed) {
            fail(batch, failed);
        }
    }

    /// One bad entry does not fail the others. If the database is down, all fail at once.
    private void fail(List<PendingEntry> batch, RuntimeException failed) {
        if (batch.size() > 1 && refusesData(failed)) {
            batch.forEach(pending -> write(List.of(pending)));
        } else {
            batch.forEach(pending -> pending.written().completeExceptionally(failed));
        }
    }

    /// SQL state class 22 (value) or 23 (constraint).
    private static boolean refusesData(RuntimeException failed) {
        return failed.getCause() instanceof SQLException refusal
                && refusal.getSQLState() != null
                && refusal.getSQLState().matches("2[23].*");
    }

    private void append(List<PendingEntry> batch) {
        try {
            log.append(batch.stream().map(PendingEntry::entry).toList());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void seal() {
        if (Instant.now().isBefore(nextSealing)) {
            return;
        }
        nextSealing = Instant.now().plus(SEALING);
        try {
            var more = chain.seal();
            nextSealing = more ? Instant.now() : nextSealing;
        } catch (RuntimeException failed) {
            LOG.warn("The audit trail could not be sealed; retrying soon");
        }
    }
}
