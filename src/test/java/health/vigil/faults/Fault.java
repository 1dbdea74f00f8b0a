package health.vigil.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Faults to inject.
enum Fault {
    /// `kill -9` of a monitor; the others take over.
    KILL_MONITOR,
    /// `kill -9` of ingest, which restarts at once.
    KILL_INGEST,
    /// `kill -9` of serve, which restarts at once.
    KILL_SERVE,
    /// `kill -9` of the broker.
    KILL_BROKER,
    /// `kill -9` of all of PostgreSQL's processes.
    KILL_DATABASE,
    /// A monitor is frozen for longer than its session.
    PAUSE_MONITOR,
    /// The same while one of its transactions is open.
    PAUSE_INSIDE,
    /// The reply to a commit is lost.
    CUT_COMMIT,
    /// A transaction loses its connection.
    CUT_INSIDE,
    /// Replies of the database are slow.
    SLOW_DATABASE,
    /// PostgreSQL is unreachable for everyone.
    DATABASE_AWAY,
    /// A monitor is added, and one stops in order.
    JOIN_AND_LEAVE,
    /// The disk of the broker's log is full.
    FULL_DISK_BROKER,
    /// The disk of PostgreSQL is full.
    FULL_DISK_DATABASE;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Fault> of(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst();
    }
}
