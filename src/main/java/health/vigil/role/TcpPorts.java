package health.vigil.role;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The ports of this process at which clients do not speak HTTP. The time limits of HTTP do not hold there: a bedside
/// monitor may say nothing for minutes.
///
/// It is static, because Netty makes the handlers of new connections outside of the container.
public final class TcpPorts {
    private static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();

    private TcpPorts() {}

    public static void add(int port) {
        PORTS.add(port);
    }

    public static boolean contains(int port) {
        return PORTS.contains(port);
    }
}
