package health.vigil.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be done to the service.
enum Fault {
    /// `kill -9` of a monitor; the others take over.
    KILL_MONITOR,
    /// `kill -9` of ingest, started again at once.
    KILL_INGEST,
    /// `kill -9` of serve, started again at once.
    KILL_SERVE,
    /// `kill -9` of the broker.
    KILL_BROKER,
    /// `kill -9` of all of PostgreSQL's processes.
    KILL_DATABASE,
    /// A monitor frozen for longer than its session.
    PAUSE_MONITOR,
    /// The same while one of its transactions is open.
    PAUSE_INSIDE,
    /// A commit whose reply is swallowed.
    CUT_COMMIT,
    /// A transaction that loses its connection.
    CUT_INSIDE,
    /// Replies of the database that take longer.
    SLOW_DATABASE,
    /// PostgreSQL out of everybody's reach.
    DATABASE_AWAY,
    /// One more monitor, and then one less, in good order.
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
