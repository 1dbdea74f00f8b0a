package health.vigil.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Messages over MLLP, from the addresses of the gateways in turn. A connection that was closed is opened again.
final class MllpWire implements Wire {
    /// The status of a message that was taken without a warning.
    static final int TAKEN = 200;

    private static final int NOT_TAKEN = 400;
    private static final int SECONDS_WITHOUT_ANSWER = 30;
    private static final String BEGIN = "\u000b";
    private static final String END = "\u001c\r";
    private static final Pattern ACKNOWLEDGED = Pattern.compile("MSA\\|[AC]A\\|[^|\\r]*\\|*\\r");

    private final List<NetClient> clients;
    private final int port;
    private final Map<Integer, Line> lines = new HashMap<>();

    MllpWire(Vertx vertx, int port) {
        this.clients = IntStream.range(0, Gateways.COUNT)
                .mapToObj(gateway -> vertx.createNetClient(new NetClientOptions()
                        .setLocalAddress(Gateways.address(gateway))
                        .setIdleTimeout(SECONDS_WITHOUT_ANSWER)
                        .setTcpNoDelay(true)))
                .toList();
        this.port = port;
    }

    @Override
    public Future<Answer> send(int connection, Request request) {
        return line(connection).compose(line -> line.send(request.body()));
    }

    private Future<Line> line(int connection) {
        var open = lines.get(connection);
        if (open != null && !open.closed) {
            return Future.succeededFuture(open);
        }
        return clients.get(connection % Gateways.COUNT)
                .connect(port, Gateways.SERVER)
                .map(socket -> {
                    var line = new Line(socket);
                    lines.put(connection, line);
                    return line;
                });
    }

    @Override
    public void close() {
        clients.forEach(client ->
                client.close().toCompletionStage().toCompletableFuture().join());
    }

    /// An open connection, whose next message is sent when the last one is answered.
    private static final class Line {
        private final NetSocket socket;
        private Promise<Answer> answer = Promise.promise();
        private boolean closed;

        Line(NetSocket socket) {
            this.socket = socket;
            socket.handler(RecordParser.newDelimited(END, frame -> answer.tryComplete(read(frame))));
            socket.closeHandler(_ -> {
                closed = true;
                answer.tryFail("closed without an answer");
            });
        }

        Future<Answer> send(Buffer message) {
            answer = Promise.promise();
            socket.write(Buffer.buffer(BEGIN).appendBuffer(message).appendString(END));
            return answer.future();
        }

        private static Answer read(Buffer frame) {
            var text = frame.toString();
            var taken = ACKNOWLEDGED.matcher(text).find() && !text.contains("\rERR|");
            return new Answer(taken ? TAKEN : NOT_TAKEN, frame);
        }
    }
}
