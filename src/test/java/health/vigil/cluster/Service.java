package health.vigil.cluster;

import health.vigil.path.Caller;
import health.vigil.path.RoleProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A Service of Kubernetes with one pod: a new connection leads to it; one that is open stays where it is, though the
/// Service has another pod by now.
final class Service implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    /// Connections are kept, as gateways do.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private volatile RoleProcess pod;

    Service(RoleProcess pod) throws IOException {
        this.pod = pod;
        threads.execute(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    RoleProcess pod() {
        return pod;
    }

    Caller caller() {
        return new Caller(http, port());
    }

    /// As a rolling update does: the new pod is ready, the Service forgets the old one, which is then asked to stop.
    ///
    /// @return the old one; it has ended
    RoleProcess update(RoleProcess ready) {
        var old = pod;
        pod = ready;
        old.close();
        return old;
    }

    private void accept() {
        try {
            while (true) {
                connect(listening.accept());
            }
        } catch (IOException closed) {
            http.shutdownNow();
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), pod.port());
            threads.execute(() -> carry(client, server));
            threads.execute(() -> carry(server, client));
        } catch (IOException refused) {
            client.close();
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // Both are closed; who listens hears it.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
