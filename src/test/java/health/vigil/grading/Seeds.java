package health.vigil.grading;

import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

/// Runs a property over many seeds, on all processors.
///
/// Every build uses the same seeds, so that it never fails by chance. `-Dvigil.first-seed=N` uses others,
/// `-Dvigil.seeds=N` more or fewer, and `-Dvigil.seed=N` replays one. A build has few, because eight patients
/// already kill almost every mutant of the rules (docs/measurements.md); run 10,000 after a change of the rules.
final class Seeds {
    private static final int PER_BUILD = 3_000;
    private static final int PER_PROPERTY = 6;
    private static final int SHOWN = 5;

    private Seeds() {}

    /// The number of random patients of a normal property.
    static void each(LongConsumer property) {
        run(PER_BUILD, property);
    }

    /// Fewer patients, for a property that checks many points of each patient.
    static void some(LongConsumer property) {
        run(PER_BUILD / PER_PROPERTY, property);
    }

    private static void run(long usual, LongConsumer property) {
        var replayed = Optional.ofNullable(Long.getLong("vigil.seed"));
        long first = replayed.orElse(Long.getLong("vigil.first-seed", 1));
        long count = replayed.isPresent() ? 1 : Long.getLong("vigil.seeds", usual);
        System.out.println(count + " random patients from seed " + first + "; -Dvigil.seed=N replays one");
        var faults = LongStream.range(first, first + count)
                .parallel()
                .mapToObj(seed -> fault(property, seed))
                .flatMap(Optional::stream)
                .limit(SHOWN)
                .toList();
        assertThat(faults).isEmpty();
    }

    private static Optional<String> fault(LongConsumer property, long seed) {
        try {
            property.accept(seed);
            return Optional.empty();
        } catch (AssertionError | RuntimeException fault) {
            return Optional.of("-Dvigil.seed=" + seed + ": " + fault);
        }
    }
}
