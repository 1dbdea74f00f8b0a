package health.vigil.trend;

import health.vigil.observation.LabResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One parameter over time.
///
/// @param points in order of time
record Series(String parameter, String unit, List<Point> points) {
    /// @param result the laboratory result; absent for values measured at the bedside
    record Point(TrendReading reading, boolean plausible, Optional<LabResult> result) {
        static Point plain(TrendReading reading) {
            return new Point(reading, true, Optional.empty());
        }

        static Point implausible(TrendReading reading) {
            return new Point(reading, false, Optional.empty());
        }

        static Point of(TrendReading reading, LabResult result) {
            return new Point(reading, true, Optional.of(result));
        }
    }

    private static final SeriesThinning<Point> BY_VALUE = new SeriesThinning<>(
            point -> point.reading().micros(), point -> point.reading().value());

    /// Plausible and implausible readings as one series. If there are too many, implausible ones get at most a
    /// quarter of the points.
    static Series of(String parameter, String unit, Readings readings, int most) {
        var room = Math.max(most / 4, most - readings.plausible().size());
        var implausible = BY_VALUE.thin(readings.implausible(), room);
        var points = new ArrayList<>(BY_VALUE.thin(readings.plausible(), most - implausible.size()));
        points.addAll(implausible);
        points.sort(Comparator.comparingLong(point -> point.reading().micros()));
        return new Series(parameter, unit, points);
    }

    /// The points of a series, divided into plausible and implausible ones, each sorted by time.
    record Readings(List<Point> plausible, List<Point> implausible) {
        static Readings none() {
            return new Readings(new ArrayList<>(), new ArrayList<>());
        }

        void add(TrendReading reading, boolean believable) {
            if (believable) {
                plausible.add(Point.plain(reading));
            } else {
                implausible.add(Point.implausible(reading));
            }
        }

        void sort() {
            var byTime =
                    Comparator.comparingLong((Point point) -> point.reading().micros());
            plausible.sort(byTime);
            implausible.sort(byTime);
        }
    }
}
