package health.vigil.ingest.hl7;

import java.net.InetAddress;
import java.util.Optional;

/// A range of network addresses in the form of CIDR, or a single address.
///
/// @param prefix how many bits all its addresses share
record AddressRange(InetAddress first, int prefix) {
    /// Reads `10.20.0.0/16`, `10.20.0.7` or `2001:db8::/32`. Names are no addresses.
    static Optional<AddressRange> read(String text) {
        int slash = text.indexOf('/');
        try {
            var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            int bits = address.getAddress().length * Byte.SIZE;
            int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
            return prefix < 0 || prefix > bits ? Optional.empty() : Optional.of(new AddressRange(address, prefix));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    boolean includes(InetAddress address) {
        return share(address, prefix);
    }

    /// Whether some address is in both.
    boolean overlaps(AddressRange other) {
        return share(other.first, Math.min(prefix, other.prefix));
    }

    private boolean share(InetAddress address, int bits) {
        var own = first.getAddress();
        var others = address.getAddress();
        if (own.length != others.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((own[bit / Byte.SIZE] ^ others[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
