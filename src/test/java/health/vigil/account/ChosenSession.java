package health.vigil.account;

import health.vigil.access.As;
import health.vigil.access.Role;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/// A session of the pages with a sign-in and an end that the test chooses.
public final class ChosenSession {
    private ChosenSession() {}

    /// Stores the session and returns its cookie.
    public static String of(DataSource database, String username, Role role, Duration sinceSignIn, Duration left)
            throws SQLException, IOException {
        var now = Instant.now();
        var token = new Token(UUID.randomUUID(), username, role, now, left, Optional.of(now.minus(sinceSignIn)));
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into credential (id, username, expires_at) values (?, ?, ?)")) {
            insert.setObject(1, token.id());
            insert.setString(2, username);
            insert.setTimestamp(3, Timestamp.from(token.expiresAt()));
            insert.executeUpdate();
        }
        return token.signed(new SigningKey(As.folder().resolve("keys")).read());
    }

    /// The end that is stored, whatever the cookie says. A renewal must extend it.
    public static Instant storedEnd(DataSource database, String cookie) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select expires_at from credential where id = ?")) {
            query.setObject(1, Token.idOf(cookie));
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("The session has ended");
                }
                return row.getTimestamp(1).toInstant();
            }
        }
    }
}
