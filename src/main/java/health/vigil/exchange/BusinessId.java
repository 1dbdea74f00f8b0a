package health.vigil.exchange;

import java.util.HexFormat;

/// By what a sender recognises its own statement. The forms never look alike.
public record BusinessId(String text) {
    /// An identifier with its system.
    public static BusinessId identifier(String system, String value) {
        return new BusinessId("identifier:" + system + "|" + value);
    }

    /// The id under which the sender put it.
    public static BusinessId logical(String id) {
        return new BusinessId("id:" + id);
    }

    /// The content itself, of a statement without any identifier.
    public static BusinessId content(String canonical) {
        return new BusinessId("content:" + HexFormat.of().formatHex(Digests.of(canonical)));
    }

    /// The place in a message: the order, the code, the part and the time.
    ///
    /// @param parts in a fixed order; an absent one is empty
    public static BusinessId place(String... parts) {
        var text = new StringBuilder("place:");
        for (var part : parts) {
            text.append(part.length()).append(':').append(part).append('|');
        }
        return new BusinessId(text.toString());
    }
}
