package health.vigil.bench;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/// How the requests of a load reach a server, over connections that stay open.
interface Wire extends AutoCloseable {
    /// Sends the request, when the last one of this connection is answered.
    Future<Answer> send(int connection, Request request);

    @Override
    void close();

    /// A whole response.
    record Answer(int status, Buffer body) {
        private static final int SHOWN = 300;

        String text() {
            var text = body.toString();
            return status + " " + text.substring(0, Math.min(SHOWN, text.length()));
        }
    }
}
