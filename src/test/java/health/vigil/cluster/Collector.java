package health.vigil.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A trace collector that stores what it receives, as bytes.
final class Collector implements AutoCloseable {
    private final HttpServer server;
    private final List<byte[]> told = new CopyOnWriteArrayList<>();

    private Collector(HttpServer server) {
        this.server = server;
    }

    static Collector start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var collector = new Collector(server);
        server.createContext("/v1/traces", collector::take);
        server.start();
        return collector;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /// Everything received about a trace, one character per byte.
    String about(String traceId) {
        var id = text(HexFormat.of().parseHex(traceId));
        return String.join(
                "",
                told.stream()
                        .map(Collector::text)
                        .filter(body -> body.contains(id))
                        .toList());
    }

    /// Everything received.
    String everything() {
        return String.join("", told.stream().map(Collector::text).toList());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void take(HttpExchange exchange) throws IOException {
        told.add(exchange.getRequestBody().readAllBytes());
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
