package health.vigil.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

/// Decides which network addresses a webhook must not reach.
public final class Addresses {
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b};

    private Addresses() {}

    /// Whether an address is in this machine or network, or is reserved.
    public static boolean inside(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet4Address
                        ? reserved4(address.getAddress())
                        : reserved6(address.getAddress()));
    }

    /// This network, carrier-grade NAT, protocol assignments, benchmarks, and unassigned ranges.
    private static boolean reserved4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0
                || first == 127
                || first >= 240
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0)
                || (first == 198 && (second == 18 || second == 19));
    }

    /// Unique local addresses, and IPv4 addresses in IPv6 form.
    private static boolean reserved6(byte[] bytes) {
        return (bytes[0] & 0xfe) == 0xfc
                || startsWith(bytes, NAT64)
                || (bytes[0] == 0x20 && bytes[1] == 0x02)
                || startsWith(bytes, new byte[12]);
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }
}
