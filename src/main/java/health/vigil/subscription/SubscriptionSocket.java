package health.vigil.subscription;

import health.vigil.fhir.SubscriptionUrls;
import io.quarkus.virtual.threads.VirtualThreads;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;

/// The websocket of subscriptions in FHIR. A client binds its subscriptions with tokens; it sends nothing else.
@WebSocket(path = SubscriptionUrls.SOCKET_PATH, inboundProcessingMode = InboundProcessingMode.CONCURRENT)
class SubscriptionSocket {
    /// The Subscriptions R5 Backport writes it with and without the colon.
    private static final Pattern BINDING = Pattern.compile("bind-with-token:? (?<token>[A-Za-z0-9._-]{1,16000})\\s*");

    private final OpenSockets sockets;
    private final ExecutorService threads;

    SubscriptionSocket(OpenSockets sockets, @VirtualThreads ExecutorService threads) {
        this.sockets = sockets;
        this.threads = threads;
    }

    @OnOpen
    @NonBlocking
    public void open(WebSocketConnection connection) {
        sockets.add(new OpenSocket(connection));
    }

    /// Hands the message over at once: the client may send more than can be read in time.
    @OnTextMessage
    @NonBlocking
    public void hear(String message, WebSocketConnection connection) {
        sockets.of(connection.id()).ifPresent(socket -> {
            socket.heard();
            var binding = BINDING.matcher(message);
            if (socket.admitMessage()) {
                threads.execute(() -> act(socket, binding.matches() ? binding.group("token") : ""));
            } else if (!socket.ended()) {
                threads.execute(() -> sockets.end(socket, SocketEnd.TOO_MANY));
            }
        });
    }

    private void act(OpenSocket socket, String token) {
        try {
            if (!socket.ended()) {
                sockets.bind(socket, token);
            }
        } finally {
            socket.messageDone();
        }
    }

    @OnPongMessage
    @NonBlocking
    public void pong(Buffer answer, WebSocketConnection connection) {
        sockets.of(connection.id()).ifPresent(OpenSocket::heard);
    }

    @OnClose
    @NonBlocking
    public void close(WebSocketConnection connection) {
        threads.execute(() -> sockets.gone(connection.id()));
    }

    /// What the network or the client does wrong: the connection is closed, and nothing is logged.
    @OnError
    @NonBlocking
    public void fail(Throwable fault, WebSocketConnection connection) {
        sockets.of(connection.id()).ifPresent(socket -> threads.execute(() -> sockets.end(socket, SocketEnd.BROKEN)));
    }
}
