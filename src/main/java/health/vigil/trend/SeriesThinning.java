package health.vigil.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/// Reduces a series to the points that a chart can show. The lowest and the highest point of each stretch of time
/// stay, and so do the first and the last point of the series.
///
/// @param at the time of a point, in any unit
/// @param value the value of a point, which is compared
record SeriesThinning<T>(ToLongFunction<T> at, ToDoubleFunction<T> value) {
    /// The fewest points that can hold the first, the last and both extremes.
    private static final int WITH_ENDS = 4;

    /// At most `most` of the points, in order of time.
    ///
    /// @param points sorted by time
    List<T> thin(List<T> points, int most) {
        if (points.size() <= most) {
            return points;
        }
        return most < WITH_ENDS ? extremes(points, most) : thinBetween(points, most);
    }

    private List<T> extremes(List<T> points, int most) {
        var thinned = new ArrayList<T>();
        if (most >= 2) {
            keepExtremes(points, thinned);
        }
        return thinned;
    }

    private List<T> thinBetween(List<T> points, int most) {
        var thinned = new ArrayList<T>();
        thinned.add(points.getFirst());
        stretches(points.subList(1, points.size() - 1), (most - 2) / 2)
                .forEach(stretch -> keepExtremes(stretch, thinned));
        thinned.add(points.getLast());
        return thinned;
    }

    private List<List<T>> stretches(List<T> points, int count) {
        var stretches = new ArrayList<List<T>>();
        var first = at.applyAsLong(points.getFirst());
        var width = Math.max(1, Math.ceilDiv(at.applyAsLong(points.getLast()) - first + 1, count));
        int begin = 0;
        for (int i = 1; i <= points.size(); i++) {
            if (i == points.size()
                    || stretch(points.get(i), first, width) != stretch(points.get(begin), first, width)) {
                stretches.add(points.subList(begin, i));
                begin = i;
            }
        }
        return stretches;
    }

    private long stretch(T point, long first, long width) {
        return (at.applyAsLong(point) - first) / width;
    }

    private void keepExtremes(List<T> stretch, List<T> thinned) {
        int lowest = 0;
        int highest = 0;
        for (int i = 1; i < stretch.size(); i++) {
            lowest = valueOf(stretch, i) < valueOf(stretch, lowest) ? i : lowest;
            highest = valueOf(stretch, i) > valueOf(stretch, highest) ? i : highest;
        }
        thinned.add(stretch.get(Math.min(lowest, highest)));
        if (lowest != highest) {
            thinned.add(stretch.get(Math.max(lowest, highest)));
        }
    }

    private double valueOf(List<T> stretch, int index) {
        return value.applyAsDouble(stretch.get(index));
    }
}
