package health.vigil.subscription;

import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The connection of one client.
final class OpenSocket {
    /// Binding messages that may wait. Clients bind their subscriptions one after the other.
    private static final int MOST_WAITING = 20;

    private final WebSocketConnection connection;
    private final long openedAt = System.nanoTime();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile long heardAt = openedAt;
    private volatile boolean ended;
    private volatile Optional<String> owner = Optional.empty();

    OpenSocket(WebSocketConnection connection) {
        this.connection = connection;
    }

    String id() {
        return connection.id();
    }

    void heard() {
        heardAt = System.nanoTime();
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - openedAt);
    }

    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heardAt);
    }

    /// Whether another message may wait for its turn.
    boolean admitMessage() {
        return !ended && waiting.incrementAndGet() <= MOST_WAITING;
    }

    void messageDone() {
        waiting.decrementAndGet();
    }

    /// The account whose subscriptions it has bound, or binds now.
    Optional<String> owner() {
        return owner;
    }

    /// A connection serves one account.
    synchronized boolean belongTo(String account) {
        if (owner.isEmpty()) {
            owner = Optional.of(account);
        }
        return owner.filter(account::equals).isPresent();
    }

    boolean ended() {
        return ended;
    }

    /// The client has closed it.
    void closed() {
        ended = true;
    }

    /// Sends a message, and waits until the network has taken it.
    ///
    /// @throws RuntimeException if that takes longer, or the connection is closed
    void send(String message, Duration within) {
        connection.sendText(message).await().atMost(within);
    }

    /// Closes the connection. If the client does not take the reason, the idle timeout of the port closes it.
    ///
    /// @return false if it was ended before
    boolean end(SocketEnd why) {
        synchronized (this) {
            if (ended) {
                return false;
            }
            ended = true;
        }
        if (connection.isOpen()) {
            connection.close(why.reason()).subscribe().with(_ -> {}, _ -> {});
        }
        return true;
    }
}
