package health.vigil.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/// The time within which a body must arrive. A slow body would hold a connection, and often a thread, for as
/// long as its sender likes.
record BodyTimeout(Vertx vertx, Duration within) {
    void start(RoutingContext request) {
        var http = request.request();
        if (brings(http) && !http.isEnded()) {
            var timer = vertx.setTimer(within.toMillis(), _ -> end(request));
            http.end().onComplete(_ -> vertx.cancelTimer(timer));
        }
        request.next();
    }

    /// Whether the request has a body.
    static boolean brings(HttpServerRequest http) {
        var length = http.getHeader(HttpHeaders.CONTENT_LENGTH);
        return http.headers().contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
    }

    /// After the response has started, the rest of the body may take its time.
    private static void end(RoutingContext request) {
        if (!request.request().isEnded() && !request.response().headWritten()) {
            request.fail(408);
        }
    }
}
