package health.vigil.exchange;

import java.util.List;
import java.util.Optional;

/// What becomes of a statement.
public sealed interface Fate {
    /// Its parts are observations for the stream. A withdrawal has none.
    ///
    /// @param unlessKnown its fate if nothing is known of its key. Present for a correction whose key may hold
    ///     what it corrects, so that it must not count as a first report
    record Taken(List<Part> parts, List<Caution> cautions, Optional<Foreign> unlessKnown) implements Fate {
        public Taken {
            parts = List.copyOf(parts);
            cautions = List.copyOf(cautions);
        }

        public Taken(List<Part> parts, List<Caution> cautions) {
            this(parts, cautions, Optional.empty());
        }
    }

    /// It is not ours; it is counted and nothing is kept.
    record Ignored(IgnoredReason reason) implements Fate {}

    /// It is ours, but cannot be read safely, so a person decides. The whole piece goes to quarantine.
    ///
    /// @param place where in the message; never a value
    /// @param piece the smallest piece of the message that stands alone, as text
    record Foreign(ForeignReason reason, Optional<String> place, String piece) implements Fate {
        /// The most bytes of a piece.
        public static final int LARGEST_PIECE = 256 * 1024;
    }
}
