package health.vigil.context;

import health.vigil.observation.LabResult;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationIds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The items depend only on the set of known observations, tested with random patients.
class ContextOrderTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static Instant time(long seed) {
        return CaseNotes.time((int) (seed % 50) + 1, "18:00");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfArrivalNeverMatters(long seed) {
        var notes = new RandomNotes(seed).draw();
        var shuffled = new ArrayList<>(notes.observations());
        Collections.shuffle(shuffled, new Random(seed + 1));

        assertThat(notes.items(time(seed), shuffled)).isEqualTo(notes.items(time(seed)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anObservationAndItsRetractionLeaveNoTrace(long seed) {
        var notes = new RandomNotes(seed).draw();
        var random = new Random(seed + 2);
        var withdrawn = notes.observations().stream()
                .filter(_ -> random.nextInt(3) == 0)
                .toList();
        var kept = new ArrayList<>(notes.observations());
        kept.removeAll(withdrawn);
        var expected = notes.items(time(seed), kept);
        Collections.shuffle(kept, random);

        var items = notes.items(time(seed), kept);

        assertThat(items).isEqualTo(expected);
        var gone = new HashSet<>(withdrawn.stream().map(Observation::id).toList());
        assertThat(items.stream().flatMap(item -> item.inputs().stream()).noneMatch(input -> gone.contains(input.id())))
                .isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsLaterOrDatedAheadNeverCounts(long seed) {
        var notes = new RandomNotes(seed).draw();
        var at = time(seed);
        var more = new ArrayList<>(notes.observations());
        notes.observations().stream()
                .filter(observation -> observation.content() instanceof LabResult)
                .forEach(observation -> {
                    more.add(later(observation, at.plusNanos(1000), at.plusNanos(1000)));
                    more.add(later(
                            observation,
                            at,
                            at.minus(Observation.CLOCK_TOLERANCE).minusNanos(1000)));
                });

        assertThat(notes.items(at, more)).isEqualTo(notes.items(at));
    }

    private static Observation later(Observation observation, Instant at, Instant receivedAt) {
        var id = ObservationIds.of(observation.id().value() + "-"
                + Duration.between(receivedAt, at).toMillis() + "x");
        return new Observation(id, observation.patientId(), at, receivedAt, observation.content());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyItemIsKnownOrSaysWhyNot(long seed) {
        var notes = new RandomNotes(seed).draw();

        List<ContextItem> items = notes.items(time(seed));

        assertThat(items.stream()
                        .allMatch(item -> item.holds().isPresent()
                                || item.value().isPresent()
                                || item.grade().isPresent()
                                || item.band().isPresent()
                                || item.reason().isPresent()))
                .isTrue();
        assertThat(items.stream()
                        .filter(item -> item.atLeast().isPresent() || item.bandAtLeast())
                        .allMatch(item -> item.reason().isPresent()))
                .isTrue();
    }
}
