package health.vigil.exchange;

import java.util.HexFormat;
import java.util.Optional;

/// By what a sender recognises its own statement. The forms never look alike.
public record BusinessId(String text) {
    private static final String IDENTIFIER = "identifier:";

    /// An identifier that a sender gave to its statement.
    public record SentIdentifier(String system, String value) {}

    /// An identifier with its system.
    public static BusinessId identifier(String system, String value) {
        return new BusinessId(IDENTIFIER + system + "|" + value);
    }

    /// The identifier; empty for the other forms.
    public Optional<SentIdentifier> sentIdentifier() {
        int bar = text.indexOf('|');
        return text.startsWith(IDENTIFIER) && bar > 0
                ? Optional.of(new SentIdentifier(text.substring(IDENTIFIER.length(), bar), text.substring(bar + 1)))
                : Optional.empty();
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
