package health.vigil.ingest.exchange;

import health.vigil.access.User;
import health.vigil.exchange.MessageFormat;
import health.vigil.exchange.Statement;
import java.time.Instant;
import java.util.List;

/// Reads a piece of a message that waited for a person, with the settings and codes of now. Each format has one.
public interface PieceReader {
    MessageFormat format();

    /// The statements of a piece; empty if it cannot be read at all.
    ///
    /// @param sender the account that sent it
    /// @param receivedAt when it was received first
    List<Statement> read(User sender, String piece, Instant receivedAt);
}
