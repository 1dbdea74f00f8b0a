package health.vigil.bench;

import java.util.Map;
import java.util.TreeMap;

/// Gateways of bedside monitors that the service takes messages from. A sender may have 64 connections, so each has
/// an address of its own, and all of them together may have 256.
final class Gateways {
    static final int COUNT = 4;
    static final String SERVER = "127.0.0.1";
    static final String AUTHORITY = "HOSP";

    private static final int FIRST = 2;

    private Gateways() {}

    /// The address that a gateway connects from.
    static String address(int gateway) {
        return "127.0.0." + (FIRST + gateway);
    }

    /// What the service must know about them.
    static Map<String, String> settings() {
        var settings = new TreeMap<>(Map.of("vigil.hl7.plain", "true", "vigil.hl7.host", SERVER));
        for (int gateway = 0; gateway < COUNT; gateway++) {
            var sender = "vigil.hl7.senders.gateway-" + gateway + ".";
            settings.put(sender + "addresses", address(gateway) + "/32");
            settings.put(sender + "role", "device");
            settings.put(sender + "patient-authority", AUTHORITY);
        }
        return settings;
    }
}
