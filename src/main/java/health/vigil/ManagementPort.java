package health.vigil;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// The port of metrics and the OpenAPI document: 9000, or any free port if another service on this machine
/// uses it. A port conflict must not stop the monitoring of patients.
final class ManagementPort {
    private static final int USUAL = 9000;

    private ManagementPort() {}

    static void settle() {
        if (!Setting.MANAGEMENT_PORT.isGiven() && isTaken()) {
            System.setProperty("quarkus.management.port", "0");
        }
    }

    private static boolean isTaken() {
        try (var _ = new ServerSocket(USUAL, 1, InetAddress.getLoopbackAddress())) {
            return false;
        } catch (IOException taken) {
            return true;
        }
    }
}
