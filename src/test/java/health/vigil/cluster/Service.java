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

/// A Kubernetes Service with one pod: new connections go to the current pod, and open ones stay with the old
/// pod.
final class Service implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    /// Keeps connections alive, as gateways do.
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

    /// Replaces the pod like a rolling update: the new pod is ready, the Service removes the old one, and the
    /// old one is stopped.
    ///
    /// @return the old pod, which has ended
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
            // Both are closed, which the clients notice.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
