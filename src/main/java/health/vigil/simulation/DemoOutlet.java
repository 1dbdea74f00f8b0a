package health.vigil.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/// How the demo's ward sends what is measured and charted.
interface DemoOutlet extends AutoCloseable {
    /// The id of a monitor, by which it is bound.
    ///
    /// @param name the monitor's name
    String deviceId(int bed, String name);

    void readings(List<MonitorReading> readings) throws IOException, InterruptedException;

    /// Sends what a nurse or a physician enters.
    ///
    /// @param entries as `POST /v1/observations` takes them
    void entries(List<ObjectNode> entries) throws IOException, InterruptedException;

    @Override
    default void close() {}
}
