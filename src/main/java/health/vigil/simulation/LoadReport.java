package health.vigil.simulation;

import java.util.concurrent.atomic.LongAdder;

/// The result of a load test.
final class LoadReport {
    final LongAdder accepted = new LongAdder();
    final LongAdder unavailable = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder failed = new LongAdder();
    /// Samples that still got 404 at the end.
    final LongAdder ungraded = new LongAdder();
    /// The time from sending to the 202.
    final Latencies acknowledged = new Latencies();
    /// The time from sending until the service returns the observation as graded.
    final Latencies graded = new Latencies();

    boolean isClean() {
        return unavailable.sum() + refused.sum() + failed.sum() + ungraded.sum() == 0;
    }

    String text(double seconds) {
        return """
                accepted      %d readings in %.1f s, %.1f a second
                unavailable   %d posts (503)
                refused       %d posts
                failed        %d posts (no answer)
                not graded    %d samples
                POST to 202   %s
                POST to grade %s (sampled)
                """.formatted(
                        accepted.sum(),
                        seconds,
                        accepted.sum() / seconds,
                        unavailable.sum(),
                        refused.sum(),
                        failed.sum(),
                        ungraded.sum(),
                        acknowledged.summary(),
                        graded.summary());
    }
}
