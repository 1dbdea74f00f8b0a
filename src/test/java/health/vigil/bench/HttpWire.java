package health.vigil.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;

/// Requests over HTTP, with the token of an account.
final class HttpWire implements Wire {
    private static final String HERE = "127.0.0.1";

    private final HttpClient client;
    private final String authorization;

    HttpWire(Vertx vertx, int port, int connections, String token) {
        var options = new HttpClientOptions()
                .setDefaultHost(HERE)
                .setDefaultPort(port)
                .setTcpNoDelay(true);
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(connections));
        this.authorization = "Bearer " + token;
    }

    @Override
    public Future<Answer> send(int connection, Request request) {
        return client.request(request.method(), request.path())
                .compose(http -> send(http, request))
                .compose(response -> response.body().map(body -> new Answer(response.statusCode(), body)));
    }

    private Future<HttpClientResponse> send(HttpClientRequest http, Request request) {
        http.putHeader(HttpHeaders.AUTHORIZATION, authorization);
        if (request.type().isEmpty()) {
            return http.send();
        }
        return http.putHeader(HttpHeaders.CONTENT_TYPE, request.type()).send(request.body());
    }

    @Override
    public void close() {
        client.close().toCompletionStage().toCompletableFuture().join();
    }
}
