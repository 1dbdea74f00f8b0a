package health.vigil.path;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Connections from one address of this machine, all open at the same time.
record OpenConnections(List<Socket> sockets) implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    /// @param text what each of them sends at once
    static OpenConnections from(String address, int port, int number, String text) throws IOException {
        var strangers = new OpenConnections(new ArrayList<>());
        for (var one = 0; one < number; one++) {
            var socket = open(address, port);
            strangers.sockets.add(socket);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return strangers;
    }

    private static Socket open(String address, int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(address), 0);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /// How many get this status.
    long answered(int status) throws IOException {
        var count = 0;
        for (var socket : sockets) {
            var line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            count += line.endsWith(" " + status) ? 1 : 0;
        }
        return count;
    }

    /// Waits until the server has closed every one without a response.
    boolean sentAway() throws IOException {
        var all = true;
        for (var socket : sockets) {
            all &= socket.getInputStream().read() < 0;
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }
}
