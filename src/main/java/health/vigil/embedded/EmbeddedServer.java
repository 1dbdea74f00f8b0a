package health.vigil.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A server that can be run beside the service as a process of its own.
interface EmbeddedServer {
    /// What a message calls it.
    String name();

    /// Its folder: data, logs, remembered ports and the record of its process.
    Path home();

    Ports ports();

    /// Where its last words are when it does not start.
    Path log();

    /// Everything that must be there before the process can start. Doing it again does no harm.
    void prepare() throws IOException, InterruptedException;

    /// How it is started. Equal commands mean equal servers: only then is a running one adopted.
    List<String> command();

    /// Whether it serves, and is ours.
    boolean answers() throws InterruptedException;

    /// The signal that ends it in an orderly way, whoever is still connected.
    String stopSignal();
}
