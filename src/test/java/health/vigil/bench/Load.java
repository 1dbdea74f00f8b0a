package health.vigil.bench;

import java.time.Duration;

/// A load of a number of connections, each of which sends its next request when the last one is answered.
///
/// @param expected the status of a response that counts as accepted
/// @param length no request is sent after that
/// @param every the time between two requests of a connection; zero sends the next one at once
record Load(int connections, int expected, Requests requests, Duration length, Duration every) {
    private static final Duration UNTIL_ALL_IS_SENT = Duration.ofDays(1);

    Load(int connections, int expected, Requests requests, Duration length) {
        this(connections, expected, requests, length, Duration.ZERO);
    }

    /// Sends everything, however long it takes.
    static Load all(int connections, int expected, Requests requests) {
        return new Load(connections, expected, requests, UNTIL_ALL_IS_SENT);
    }

    boolean isPaced() {
        return !every.isZero();
    }

    /// When a request is due after the start of a paced load. The connections send one after the other.
    Duration due(int connection, long number) {
        return every.multipliedBy(number).plus(every.multipliedBy(connection).dividedBy(connections));
    }

    /// How many requests are due in a paced load.
    long allDue() {
        return connections * length.dividedBy(every);
    }
}
