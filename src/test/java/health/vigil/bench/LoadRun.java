package health.vigil.bench;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// A load that runs, on one event loop.
final class LoadRun {
    private static final int SHOWN = 300;

    private final HttpClient client;
    private final String authorization;
    private final Load load;
    private final Consumer<LoadResult> finished;
    private final Latencies latencies = new Latencies();
    private final long began = System.nanoTime();
    private final long ends;
    private int open;
    private long accepted;
    private long refused;
    private String firstRefusal = "";

    /// A whole response.
    private record Answer(int status, Buffer body) {}

    LoadRun(HttpClient client, String authorization, Load load, Consumer<LoadResult> finished) {
        this.client = client;
        this.authorization = authorization;
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
        var request = System.nanoTime() < ends ? load.requests().next(connection, number) : Optional.<Request>empty();
        request.ifPresentOrElse(due -> send(due, connection, number), this::end);
    }

    private void send(Request request, int connection, long number) {
        long sent = System.nanoTime();
        client.request(request.method(), request.path())
                .compose(http -> send(http, request))
                .compose(response -> response.body().map(body -> new Answer(response.statusCode(), body)))
                .onComplete(answer -> {
                    count(answer, System.nanoTime() - sent);
                    next(connection, number + 1);
                });
    }

    private Future<HttpClientResponse> send(HttpClientRequest http, Request request) {
        http.putHeader(HttpHeaders.AUTHORIZATION, authorization);
        if (request.type().isEmpty()) {
            return http.send();
        }
        return http.putHeader(HttpHeaders.CONTENT_TYPE, request.type()).send(request.body());
    }

    private void count(AsyncResult<Answer> answer, long latency) {
        if (answer.succeeded() && answer.result().status() == load.expected()) {
            accepted++;
            latencies.add(latency);
            return;
        }
        refused++;
        if (firstRefusal.isEmpty()) {
            firstRefusal = answer.succeeded() ? text(answer.result()) : String.valueOf(answer.cause());
        }
    }

    private static String text(Answer answer) {
        var body = answer.body().toString();
        return answer.status() + " " + body.substring(0, Math.min(SHOWN, body.length()));
    }

    private void end() {
        open--;
        if (open == 0) {
            var length = Duration.ofNanos(System.nanoTime() - began);
            finished.accept(new LoadResult(accepted, refused, firstRefusal, length, latencies));
        }
    }
}
