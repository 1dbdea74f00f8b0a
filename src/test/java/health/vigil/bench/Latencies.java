package health.vigil.bench;

import java.util.Arrays;

/// The latencies of a run, as they are added; not thread-safe.
final class Latencies {
    private static final int FIRST = 1024;

    private long[] nanos = new long[FIRST];
    private int count;

    void add(long latency) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count] = latency;
        count++;
    }

    void addAll(Latencies others) {
        for (int i = 0; i < others.count; i++) {
            add(others.nanos[i]);
        }
    }

    /// The latency in ms that this share of them does not exceed; 0 if there are none.
    double millis(double share) {
        if (count == 0) {
            return 0;
        }
        Arrays.sort(nanos, 0, count);
        return nanos[(int) Math.max(0, Math.ceil(share * count) - 1)] / 1e6;
    }
}
