package health.vigil.faults;

import health.vigil.path.RoleProcess;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// A monitor that can be disturbed, with its own proxy to the database.
record FleetMonitor(String name, RoleProcess process, Proxy line) implements AutoCloseable {
    /// The owner name of its claims in the table of partitions.
    String owner() {
        return process.pid() + "-%";
    }

    /// Freezes it for a while.
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            process.signal(name);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void kill() throws IOException {
        process.kill();
        line.close();
    }

    /// Stops it in order.
    @Override
    public void close() throws IOException {
        process.close();
        line.close();
    }

    static void pause(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }
}
