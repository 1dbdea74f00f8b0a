package health.vigil.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Measured durations and their quantiles.
final class Latencies {
    private static final double[] QUANTILES = {0.5, 0.95, 0.99, 1};

    private final List<Duration> measured = Collections.synchronizedList(new ArrayList<>());

    void add(Duration duration) {
        measured.add(duration);
    }

    Duration quantile(double share) {
        synchronized (measured) {
            if (measured.isEmpty()) {
                return Duration.ZERO;
            }
            var sorted = measured.stream().sorted().toList();
            return sorted.get((int) Math.max(0, Math.ceil(share * sorted.size()) - 1));
        }
    }

    /// `p50 3 ms, p95 7 ms, p99 12 ms, max 40 ms, of 200`.
    String summary() {
        var words = new StringBuilder();
        for (var share : QUANTILES) {
            words.append(share < 1 ? "p%.0f".formatted(share * 100) : "max")
                    .append(" %.1f ms, ".formatted(quantile(share).toNanos() / 1e6));
        }
        return words + "of " + measured.size();
    }
}
