package health.vigil.bench;

import java.time.Duration;

/// A load of a number of connections, each of which sends its next request when the last one is answered.
///
/// @param expected the status of a response that counts as accepted
/// @param length no request is sent after that
record Load(int connections, int expected, Requests requests, Duration length) {
    private static final Duration UNTIL_ALL_IS_SENT = Duration.ofDays(1);

    /// Sends everything, however long it takes.
    static Load all(int connections, int expected, Requests requests) {
        return new Load(connections, expected, requests, UNTIL_ALL_IS_SENT);
    }
}
