package health.vigil.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.CompletableFuture;

/// Sends loads over connections that stay open, from one thread.
final class LoadGenerator implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    /// Sends the load over HTTP, and waits until the last response is there.
    LoadResult run(int port, String token, Load load) {
        return run(new HttpWire(vertx, port, load.connections(), token), load);
    }

    /// Sends the messages over MLLP, and waits until the last answer is there.
    LoadResult runMessages(int port, Load load) {
        return run(new MllpWire(vertx, port), load);
    }

    private LoadResult run(Wire opened, Load load) {
        var finished = new CompletableFuture<LoadResult>();
        var context = vertx.getOrCreateContext().exceptionHandler(finished::completeExceptionally);
        try (var wire = opened) {
            context.runOnContext(_ -> new LoadRun(vertx, wire, load, finished::complete).start());
            return finished.join();
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
