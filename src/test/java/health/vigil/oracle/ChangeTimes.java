package health.vigil.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// All times at which anything can change, and one time between each two of them.
///
/// Every time on the wire is a whole microsecond and so is every window. Half a microsecond after such a time
/// therefore lies between it and the next one, and stands for all of the time between them: there nothing changes.
final class ChangeTimes {

    /// A course ends this long after something that changed.
    private static final List<Duration> RESOLUTIONS =
            List.of(Duration.ZERO, NaiveCourse.RESOLUTION, NaiveCourse.RESOLUTION_AFTER_TREATMENT);

    private static final Duration JUST_AFTER = Duration.ofNanos(500);

    private ChangeTimes() {}

    /// One of them.
    ///
    /// @param firstMicrosecond the first whole microsecond for which it stands: none between two neighbours
    record ChangeTime(Instant at, Optional<Instant> firstMicrosecond) {}

    /// From the infusion to the last of `asked`, all of these included, in order.
    static List<ChangeTime> through(NavigableSet<Instant> asked, Chart chart) {
        NavigableSet<Instant> changes = changes(chart);
        changes.addAll(asked);
        List<ChangeTime> times = new ArrayList<>();
        for (Instant change : changes.subSet(chart.infusedAt(), true, asked.last(), true)) {
            times.add(new ChangeTime(change, Optional.of(change)));
            Instant next = change.plus(1, ChronoUnit.MICROS);
            times.add(new ChangeTime(
                    change.plus(JUST_AFTER), Optional.of(next).filter(micro -> !changes.contains(micro))));
        }
        times.removeLast();
        return times;
    }

    static boolean between(Instant time) {
        return !time.equals(time.truncatedTo(ChronoUnit.MICROS));
    }

    private static NavigableSet<Instant> changes(Chart chart) {
        NavigableSet<Instant> changes = new TreeSet<>(List.of(chart.infusedAt()));
        for (OracleObservation entry : chart.entries()) {
            windowsOf(entry.kind()).forEach(window -> add(changes, entry.at().plus(window)));
        }
        for (Attribution attribution : chart.attributions()) {
            add(changes, attribution.from());
            add(changes, attribution.signedAt().plus(Attribution.LIMIT));
            if (!attribution.until().equals(Instant.MAX)) {
                add(changes, attribution.until());
            }
        }
        return changes;
    }

    private static void add(NavigableSet<Instant> changes, Instant change) {
        RESOLUTIONS.forEach(resolution -> changes.add(change.plus(resolution)));
    }

    /// Zero for the thing itself, then each window, overlap and age of the policy that something of its kind has.
    /// The repeat interval is none of them: it lies between two readings, and nothing changes when it has passed.
    private static Collection<Duration> windowsOf(String kind) {
        return switch (kind) {
            case "vital-signs" -> hours(0, 12, 24);
            case "oxygen-therapy" -> hours(0, 12);
            case "vasopressor" -> List.of(Duration.ZERO, Duration.ofMinutes(30), Duration.ofHours(12));
            case "fluid-bolus" -> hours(0, 6);
            case "medication" -> hours(0, 12);
            case "neuro-check", "home-check" -> hours(0, 24);
            case "seizure" -> NaiveSeizures.changes();
            default -> hours(0);
        };
    }

    private static List<Duration> hours(int... lengths) {
        List<Duration> windows = new ArrayList<>();
        for (int length : lengths) {
            windows.add(Duration.ofHours(length));
        }
        return windows;
    }
}
