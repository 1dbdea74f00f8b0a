package health.vigil.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.util.concurrent.CompletableFuture;

/// Sends loads over connections that stay open, from one thread.
final class LoadGenerator implements AutoCloseable {
    private static final String HERE = "127.0.0.1";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    /// Sends the load, and waits until the last response is there.
    LoadResult run(int port, String token, Load load) {
        var options = new HttpClientOptions()
                .setDefaultHost(HERE)
                .setDefaultPort(port)
                .setTcpNoDelay(true);
        var client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(load.connections()));
        var finished = new CompletableFuture<LoadResult>();
        var context = vertx.getOrCreateContext().exceptionHandler(finished::completeExceptionally);
        try {
            context.runOnContext(_ -> new LoadRun(client, "Bearer " + token, load, finished::complete).start());
            return finished.join();
        } finally {
            client.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
