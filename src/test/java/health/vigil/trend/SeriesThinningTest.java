package health.vigil.trend;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SeriesThinningTest {
    private static final SeriesThinning<TrendReading> THINNING =
            new SeriesThinning<>(TrendReading::micros, TrendReading::value);

    private static List<TrendReading> noise(int count) {
        var random = new Random(7);
        return IntStream.range(0, count)
                .mapToObj(i -> new TrendReading(i * 1_000_000L, random.nextGaussian()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 10, 100, 999})
    void neverMoreThanAskedFor(int most) {
        assertThat(THINNING.thin(noise(10_000), most)).hasSizeBetween(2, most);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 10, 100})
    void extremesStay(int most) {
        var readings = noise(10_000);
        var byValue = Comparator.comparingDouble(TrendReading::value);

        var thinned = THINNING.thin(readings, most);

        assertThat(thinned)
                .contains(
                        readings.stream().min(byValue).orElseThrow(),
                        readings.stream().max(byValue).orElseThrow());
    }

    @Test
    void theFirstAndTheLastStay() {
        var readings = noise(1000);

        var thinned = THINNING.thin(readings, 20);

        assertThat(thinned).startsWith(readings.getFirst()).endsWith(readings.getLast());
    }

    @Test
    void whatFitsIsLeftAlone() {
        var readings = noise(20);

        assertThat(THINNING.thin(readings, 20)).isEqualTo(readings);
    }

    @Test
    void timeRunsForward() {
        assertThat(THINNING.thin(noise(5000), 101)).isSortedAccordingTo(Comparator.comparingLong(TrendReading::micros));
    }

    @Test
    void whatIsAllTheSameStaysOrderly() {
        var flat =
                LongStream.range(0, 100).mapToObj(i -> new TrendReading(i, 1)).toList();

        assertThat(THINNING.thin(flat, 10)).hasSizeLessThanOrEqualTo(10);
    }
}
