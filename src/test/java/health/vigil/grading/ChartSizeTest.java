package health.vigil.grading;

import health.vigil.observation.Observation;
import health.vigil.store.ChartText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is kept of a patient does not grow with what was observed.
class ChartSizeTest {
    private static final int LARGEST = 64 * 1024;
    private static final int HOUR = 3600;
    private static final int FORTNIGHT_HOURS = 14 * 24;

    /// Numbers and instants may be spelt longer, that is all.
    private static final int SPELLING = 512;

    @Test
    void aChartOfFourteenDaysAtOneHertzIsNotLargerThanOneOfAnHour() {
        var grader = new Grader(Policy.DEFAULT, new Patient(Story.INFUSION, 50, Baseline.NONE), Attributions.NONE);
        var chart = hour(grader, grader.begin(), 0);
        int afterAnHour = size(chart);
        for (int hour = 1; hour < FORTNIGHT_HOURS; hour++) {
            chart = hour(grader, chart, hour);
        }

        assertTrue(size(chart) < LARGEST, "bytes: " + size(chart));
        assertTrue(size(chart) <= afterAnHour + SPELLING, size(chart) + " bytes after " + afterAnHour);
    }

    private static Chart hour(Grader grader, Chart chart, int hour) {
        return grader.advance(chart, readings(hour), end(hour)).chart();
    }

    private static List<Observation> readings(int hour) {
        return Readings.everySecond(hour * HOUR, HOUR);
    }

    private static Instant end(int hour) {
        return Story.INFUSION.plusSeconds((hour + 1L) * HOUR);
    }

    private static int size(Chart chart) {
        return ChartText.of(chart).getBytes(StandardCharsets.UTF_8).length;
    }
}
