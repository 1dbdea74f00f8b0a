package health.vigil.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/// The instants at which anything can change, and one between each two of them.
///
/// Every time on the wire is a whole microsecond and so is every window. Half a microsecond after a stop therefore lies
/// between it and the next one, and stands for all of the time between them: there nothing changes.
final class Stops {

    /// Zero for the event itself, then every window and the overlap of the policy.
    private static final List<Duration> WINDOWS = List.of(
            Duration.ZERO, Duration.ofMinutes(30), Duration.ofHours(6), Duration.ofHours(12), Duration.ofHours(24));

    /// A course ends this long after something that changed.
    private static final List<Duration> RESOLUTIONS = List.of(Duration.ZERO, NaiveCourse.RESOLUTION);

    private static final Duration JUST_AFTER = Duration.ofNanos(500);

    private Stops() {}

    /// From the infusion to `end`, both included, in order.
    static List<Instant> until(Instant end, Chart chart) {
        List<Instant> stops = new ArrayList<>();
        for (Instant change : changes(chart).subSet(chart.infusedAt(), true, end, false)) {
            stops.add(change);
            stops.add(change.plus(JUST_AFTER));
        }
        stops.add(end);
        return stops;
    }

    static boolean between(Instant stop) {
        return !stop.equals(stop.truncatedTo(ChronoUnit.MICROS));
    }

    /// More than there are: each event with each window, whether or not that window is the event's.
    private static NavigableSet<Instant> changes(Chart chart) {
        NavigableSet<Instant> changes = new TreeSet<>(List.of(chart.infusedAt()));
        for (Instant event : chart.events()) {
            for (Duration window : WINDOWS) {
                RESOLUTIONS.forEach(resolution -> changes.add(event.plus(window).plus(resolution)));
            }
        }
        return changes;
    }
}
