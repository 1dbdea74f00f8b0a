package health.vigil.bench;

import java.util.Optional;

/// What the connections of a load send.
interface Requests {
    /// The next request of a connection; empty when it has sent everything.
    ///
    /// @param number how many it has sent before
    Optional<Request> next(int connection, long number);
}
