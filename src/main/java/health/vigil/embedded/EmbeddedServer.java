package health.vigil.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A server that runs beside the service in its own process.
interface EmbeddedServer {
    /// Its name in messages.
    String name();

    /// Its folder: data, logs, saved ports and the record of its process.
    Path home();

    Ports ports();

    /// Its log, which explains a failed start.
    Path log();

    /// Prepares everything that the process needs. Can be repeated.
    void prepare() throws IOException, InterruptedException;

    /// The command that starts it. A running server is adopted only if its command is equal.
    List<String> command();

    /// Whether it is ready and is our server.
    boolean answers() throws InterruptedException;

    /// The signal for an orderly stop, even with connected clients.
    String stopSignal();
}
