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

    /// A minute of the hospital must not hide a reading at home, and each stays what it is.
    @Test
    void aReadingAtHomeIsKeptBesideThoseOfTheHospital() {
        var home = new TrendReading(2_000_000L, 7, true);
        var extremes = new Extremes();
        for (var reading : new TrendReading[] {at(1, 5), home, at(3, 9), at(4, 6)}) {
            extremes.add(reading);
        }

        assertThat(Extremes.unpack(extremes.packed())).containsExactly(at(1, 5), at(3, 9), home);
    }

    @Test
    void aTimeBefore1970IsNoMark() {
        var extremes = new Extremes();
        extremes.add(new TrendReading(-1, 5));

        assertThat(Extremes.unpack(extremes.packed())).containsExactly(new TrendReading(-1, 5));
    }

    private static TrendReading at(int second, double value) {
        return new TrendReading(second * 1_000_000L, value);
    }
}
