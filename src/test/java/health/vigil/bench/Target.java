package health.vigil.bench;

import java.io.IOException;
import java.sql.SQLException;

/// What a load is put on: the service or the pipe.
interface Target {
    int port();

    /// The token of an account that may post observations.
    String token() throws IOException;

    CpuUsage cpu() throws IOException;

    /// How many records are acknowledged and not applied yet.
    long unread() throws SQLException;
}
