package health.vigil.trend;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExtremesTest {
    @Test
    void aMinuteKeepsItsLowestAndItsHighestInOrderOfTime() {
        var extremes = new Extremes();
        for (var reading : new TrendReading[] {at(1, 5), at(2, 9), at(3, 1), at(4, 4)}) {
            extremes.add(reading);
        }

        assertThat(Extremes.unpack(extremes.packed())).containsExactly(at(2, 9), at(3, 1));
    }

    @Test
    void aMinuteOfOneReadingHoldsItOnce() {
        var extremes = new Extremes();
        extremes.add(at(1, 5));
        extremes.add(at(61, 6));

        assertThat(Extremes.unpack(extremes.packed())).containsExactly(at(1, 5), at(61, 6));
    }

    private static TrendReading at(int second, double value) {
        return new TrendReading(second * 1_000_000L, value);
    }
}
