package health.vigil.embedded;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// A running server: started by us, or adopted from a service that ended without stopping it. It is restarted
/// whenever it ends by itself, until it is closed.
final class Resident<S extends EmbeddedServer> implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Resident.class.getName());
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration ADOPTION_LIMIT = Duration.ofSeconds(15);
    private static final Executor AFTER_A_BREATH = CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS);

    private final S server;
    private Child child;
    private boolean closed;

    private Resident(S server, Child child) {
        this.server = server;
        this.child = child;
    }

    static <S extends EmbeddedServer> Resident<S> of(S server) throws IOException, InterruptedException {
        var adopted = adopted(server);
        var resident = new Resident<>(server, adopted.isPresent() ? adopted.get() : started(server));
        resident.watch();
        return resident;
    }

    S server() {
        return server;
    }

    synchronized ProcessHandle process() {
        return child.process();
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        child.stop(server.stopSignal());
    }

    private static Optional<Child> adopted(EmbeddedServer server) throws IOException, InterruptedException {
        var left = Child.leftIn(server.home());
        if (left.isPresent()
                && left.get().runs(server.command())
                && answersWithin(ADOPTION_LIMIT, server, left.get())) {
            return left;
        }
        if (left.isPresent()) {
            left.get().stop(server.stopSignal());
        }
        return Optional.empty();
    }

    private static Child started(EmbeddedServer server) throws IOException, InterruptedException {
        server.ports().settle();
        server.prepare();
        var child = Child.start(server.home(), server.command());
        try {
            if (!answersWithin(START_LIMIT, server, child)) {
                throw new IOException(server.name() + " did not start:\n" + Logs.end(server.log()));
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            child.stop(server.stopSignal());
            throw e;
        }
        return child;
    }

    private static boolean answersWithin(Duration limit, EmbeddedServer server, Child child)
            throws InterruptedException {
        var deadline = System.nanoTime() + limit.toNanos();
        while (child.alive() && System.nanoTime() < deadline) {
            if (server.answers()) {
                return true;
            }
            Thread.sleep(Duration.ofMillis(50));
        }
        return false;
    }

    private synchronized void watch() {
        var _ = child.process().onExit().thenRunAsync(this::revive, AFTER_A_BREATH);
    }

    private synchronized void revive() {
        if (!closed) {
            LOG.log(Level.ERROR, "{0} ended by itself and is started again", server.name());
            startAgain();
            watch();
        }
    }

    private void startAgain() {
        try {
            server.prepare();
            child = Child.start(server.home(), server.command());
        } catch (IOException e) {
            LOG.log(Level.ERROR, server.name() + " could not be started again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
