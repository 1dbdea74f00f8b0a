package health.vigil.bench;

import java.time.Duration;

/// What became of a load.
///
/// @param firstRefusal the first response or failure that was not expected; empty if there was none
/// @param length until the last response
record LoadResult(long accepted, long refused, String firstRefusal, Duration length, Latencies latencies) {
    /// Accepted requests a second.
    double rate() {
        return accepted / (length.toNanos() / 1e9);
    }

    /// This result, if nothing was refused.
    LoadResult complete() {
        if (refused > 0) {
            throw new IllegalStateException("%d requests were refused, the first: %s".formatted(refused, firstRefusal));
        }
        return this;
    }
}
