package health.vigil.bench;

import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A load that runs, on one event loop.
final class LoadRun {
    private final Vertx vertx;
    private final Wire wire;
    private final Load load;
    private final Consumer<LoadResult> finished;
    private final Latencies latencies = new Latencies();
    private final long began = System.nanoTime();
    private final long ends;
    private int open;
    private long accepted;
    private long refused;
    private String firstRefusal = "";

    LoadRun(Vertx vertx, Wire wire, Load load, Consumer<LoadResult> finished) {
        this.vertx = vertx;
        this.wire = wire;
        this.load = load;
        this.finished = finished;
        this.ends = began + load.length().toNanos();
    }

    void start() {
        open = load.connections();
        for (int connection = 0; connection < load.connections(); connection++) {
            next(connection, 0);
        }
    }

    private void next(int connection, long number) {
        long now = System.nanoTime();
        long due = load.isPaced() ? began + load.due(connection, number).toNanos() : now;
        if (due >= ends) {
            end();
        } else if (due > now) {
            vertx.setTimer(TimeUnit.NANOSECONDS.toMillis(due - now) + 1, _ -> send(connection, number, due));
        } else {
            send(connection, number, due);
        }
    }

    private void send(int connection, long number, long due) {
        load.requests()
                .next(connection, number)
                .ifPresentOrElse(request -> send(request, connection, number, due), this::end);
    }

    private void send(Request request, int connection, long number, long due) {
        wire.send(connection, request).onComplete(answer -> {
            count(answer, System.nanoTime() - due);
            next(connection, number + 1);
        });
    }

    private void count(AsyncResult<Wire.Answer> answer, long latency) {
        if (answer.succeeded() && answer.result().status() == load.expected()) {
            accepted++;
            latencies.add(latency);
            return;
        }
        refused++;
        if (firstRefusal.isEmpty()) {
            firstRefusal = answer.succeeded() ? answer.result().text() : String.valueOf(answer.cause());
        }
    }

    private void end() {
        open--;
        if (open == 0) {
            var length = Duration.ofNanos(System.nanoTime() - began);
            finished.accept(new LoadResult(accepted, refused, firstRefusal, length, latencies));
        }
    }
}
