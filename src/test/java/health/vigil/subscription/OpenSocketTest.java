package health.vigil.subscription;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OpenSocketTest {
    private final List<CloseReason> closed = new ArrayList<>();

    /// A network that never takes a message, as behind a client that does not read.
    private final OpenSocket socket = new OpenSocket((WebSocketConnection) Proxy.newProxyInstance(
            OpenSocketTest.class.getClassLoader(),
            new Class<?>[] {WebSocketConnection.class},
            (_, method, arguments) -> switch (method.getName()) {
                case "isOpen" -> true;
                case "sendText" -> Uni.createFrom().nothing();
                case "close" -> {
                    closed.add((CloseReason) arguments[0]);
                    yield Uni.createFrom().nothing();
                }
                default -> throw new UnsupportedOperationException(method.getName());
            }));

    @Test
    void aMessageThatIsNotReadFailsInTime() {
        assertThatThrownBy(() -> socket.send("message", Duration.ofMillis(20))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void itIsEndedOnce() {
        assertThat(socket.end(SocketEnd.SLOW)).isTrue();
        assertThat(socket.end(SocketEnd.STOPPED)).isFalse();
        assertThat(closed).hasSize(1);
        assertThat(socket.admitMessage()).isFalse();
    }

    @Test
    void itServesOneAccount() {
        assertThat(socket.belongTo("one")).isTrue();
        assertThat(socket.belongTo("one")).isTrue();
        assertThat(socket.belongTo("another")).isFalse();
    }

    @Test
    void aFloodOfMessagesIsNotAdmitted() {
        for (int message = 0; message < 20; message++) {
            assertThat(socket.admitMessage()).isTrue();
        }

        assertThat(socket.admitMessage()).isFalse();
    }
}
