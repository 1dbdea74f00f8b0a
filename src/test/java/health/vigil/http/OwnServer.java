package health.vigil.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// A separate server for a test that sends raw bytes; its timeouts are short enough for a test.
record OwnServer(Vertx vertx, int port) implements AutoCloseable {
    /// @param opened sees each connection before its first byte
    static OwnServer start(Vertx vertx, Handler<HttpConnection> opened, Consumer<Router> routes) {
        var router = Router.router(vertx);
        routes.accept(router);
        var listening = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .connectionHandler(opened)
                .requestHandler(router)
                .listen(0, "127.0.0.1");
        return new OwnServer(
                vertx,
                listening.toCompletionStage().toCompletableFuture().join().actualPort());
    }

    Socket open() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static String read(Socket socket, int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
