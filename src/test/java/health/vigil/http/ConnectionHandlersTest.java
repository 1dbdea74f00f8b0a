package health.vigil.http;

import health.vigil.role.TcpPorts;
import health.vigil.wire.HospitalCertificates;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.impl.NetSocketInternal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Runs on a separate server, because in tests of the service Netty does not see the service's classes.
/// `ThreeRolesIT` tests the process.
class ConnectionHandlersTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NO HTTP AT ALL",
                "GET /v1/session",
                "G\u0000T / HTTP/1.1",
                "GET / HTTP/1.1\r\nHost: localhost\r\nbad header: x",
                "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5",
                "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6"
            })
    void whatIsNoHttpIsRefusedLikeEverythingElse(String request) throws IOException {
        var port = listen(new HttpServerOptions().setHttp2ClearTextEnabled(false));

        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertRefused(answer(socket, request), 400);
        }
    }

    @Test
    void aLineOrHeadersThatAreTooLongAreCalledThat() throws IOException {
        var port = listen(new HttpServerOptions().setHttp2ClearTextEnabled(false));

        try (var line = new Socket(InetAddress.getLoopbackAddress(), port);
                var header = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertRefused(answer(line, "GET /" + "x".repeat(20_000) + " HTTP/1.1"), 414);
            assertRefused(answer(header, "GET / HTTP/1.1\r\nX: " + "x".repeat(20_000)), 431);
        }
    }

    /// The client writes more than the socket buffers hold before it reads the response.
    @Test
    void headersThatAreMuchTooLongHearTheAnswer() throws IOException {
        var port = listen(new HttpServerOptions().setHttp2ClearTextEnabled(false));

        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertRefused(answer(socket, "GET / HTTP/1.1\r\nX: " + "x".repeat(24 * 1024 * 1024)), 431);
        }
    }

    @Test
    void underTlsToo(@TempDir Path folder) throws Exception {
        var papers = HospitalCertificates.make(folder);
        var key =
                new PfxOptions().setPath(papers.server().file().toString()).setPassword(HospitalCertificates.PASSWORD);
        var port = listen(new HttpServerOptions().setSsl(true).setUseAlpn(true).setKeyCertOptions(key));

        try (var socket = papers.trusting().getSocketFactory().createSocket("localhost", port)) {
            assertRefused(answer(socket, "NO HTTP AT ALL"), 400);
        }
    }

    /// A bedside monitor may say nothing for longer than headers may take.
    @Test
    void aPortOfAnotherProtocolHasNoLimitsOfHttp() throws IOException {
        var other = pipelines();
        TcpPorts.add(other.port());

        try (var _ = new Socket(InetAddress.getLoopbackAddress(), other.port())) {
            assertThat(other.first()).doesNotContain(HeaderTimeout.class, MalformedRequestHandler.class);
        }
        var unknown = pipelines();
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), unknown.port())) {
            assertThat(unknown.first()).contains(HeaderTimeout.class, MalformedRequestHandler.class);
        }
    }

    /// A server that tells the handlers of its first connection.
    private record PipelineServer(int port, CompletableFuture<List<Class<?>>> handlers) {
        List<Class<?>> first() {
            return handlers.join();
        }
    }

    private PipelineServer pipelines() {
        var handlers = new CompletableFuture<List<Class<?>>>();
        var server = vertx.createNetServer()
                .connectHandler(socket -> handlers.complete(StreamSupport.stream(
                                ((NetSocketInternal) socket)
                                        .channelHandlerContext()
                                        .pipeline()
                                        .spliterator(),
                                false)
                        .<Class<?>>map(entry -> entry.getValue().getClass())
                        .toList()))
                .listen(0, "127.0.0.1");
        return new PipelineServer(
                server.toCompletionStage().toCompletableFuture().join().actualPort(), handlers);
    }

    private int listen(HttpServerOptions options) {
        return vertx.createHttpServer(options)
                .requestHandler(request -> request.response().end("read"))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private static String answer(Socket socket, String request) throws IOException {
        socket.getOutputStream().write((request + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void assertRefused(String answer, int status) {
        assertThat(RawHttp.status(answer)).isEqualTo(status);
        assertThat(answer)
                .contains("application/problem+json", "X-Content-Type-Options: nosniff", "frame-ancestors 'none'")
                .contains("\"status\":" + status);
    }
}
