package health.vigil.bench;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is measured, and how long.
///
/// @param works all of them if none is named
/// @param window the length of one measurement
/// @param pairs how often each measurement is repeated
record BenchOptions(Set<BenchWork> works, Duration window, int pairs) {
    private static final int SECONDS = 20;
    private static final int PAIRS = 3;

    BenchOptions {
        if (window.isZero() || pairs < 1) {
            throw new IllegalArgumentException("--seconds and --pairs must be at least 1");
        }
        works = works.isEmpty() ? Set.copyOf(List.of(BenchWork.values())) : Set.copyOf(works);
    }

    /// Reads `[WORK...] [--seconds N] [--pairs N]`.
    static BenchOptions parse(String words) {
        var works = new LinkedHashSet<BenchWork>();
        int seconds = SECONDS;
        int pairs = PAIRS;
        var left = new ArrayDeque<>(List.of(words.strip().split("\\s+")));
        while (!left.isEmpty()) {
            var word = left.remove();
            switch (word) {
                case "" -> {}
                case "--seconds" -> seconds = Integer.parseUnsignedInt(left.remove());
                case "--pairs" -> pairs = Integer.parseUnsignedInt(left.remove());
                default -> works.add(BenchWork.of(word));
            }
        }
        return new BenchOptions(works, Duration.ofSeconds(seconds), pairs);
    }

    /// An amount of data, or less of it if the window is shorter than usual.
    int scaled(int amount) {
        return (int) Math.max(1, amount * Math.min(SECONDS, window.toSeconds()) / SECONDS);
    }

    /// How long each load runs before it is measured: 15 s for a window of the usual length.
    Duration warmUp() {
        return window.multipliedBy(3).dividedBy(4);
    }

    /// How long the load runs before the lag is measured: 30 s for a window of the usual length.
    Duration lagAfter() {
        return window.multipliedBy(3).dividedBy(2);
    }
}
