package health.vigil;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// The port of metrics and of the OpenAPI document: 9000, or any that is free where that is taken by another service on
/// this machine. It is no reason not to watch patients.
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
