package health.vigil.context;

import health.vigil.observation.Analyte;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The lowest count of each day.
///
/// @param measured the lowest result of each day with one
record DailyCounts(NavigableMap<Integer, Lab> measured) {
    /// A stretch of days without a result that is longer stays unknown.
    private static final int LONGEST_GAP = 7;

    /// A stretch of days, both ends included.
    record Stretch(int from, int to) {
        int days() {
            return to - from + 1;
        }
    }

    static DailyCounts of(Bedside bedside, Analyte analyte, int from, int to) {
        var lowest = new TreeMap<Integer, Lab>();
        bedside.labs()
                .where(analyte, lab -> !lab.at().isAfter(bedside.at()))
                .filter(lab ->
                        bedside.days().of(lab.at()) >= from && bedside.days().of(lab.at()) <= to)
                .sorted(Comparator.comparing(Lab::value).reversed())
                .forEach(lab -> lowest.put(bedside.days().of(lab.at()), lab));
        return new DailyCounts(lowest);
    }

    boolean none() {
        return measured.isEmpty();
    }

    /// Results in order of height.
    List<Lab> lowestFirst() {
        return measured.values().stream()
                .sorted(Comparator.comparing(Lab::value))
                .toList();
    }

    /// The count of each day, those between two results by a straight line, those at the ends as the
    /// nearest for at most 7 days.
    NavigableMap<Integer, Ratio> filled(int from, int to) {
        var filled = new TreeMap<Integer, Ratio>();
        for (int day = from; day <= to; day++) {
            int asked = day;
            on(day).ifPresent(value -> filled.put(asked, value));
        }
        return filled;
    }

    private Optional<Ratio> on(int day) {
        var before = measured.floorEntry(day);
        var after = measured.ceilingEntry(day);
        if (before == null || after == null) {
            return Optional.ofNullable(before == null ? after : before)
                    .filter(nearest -> Math.abs(nearest.getKey() - day) <= LONGEST_GAP)
                    .map(nearest -> nearest.getValue().value());
        }
        int gap = after.getKey() - before.getKey();
        if (gap > LONGEST_GAP + 1) {
            return Optional.ofNullable(measured.get(day)).map(Lab::value);
        }
        return Optional.of(
                gap == 0
                        ? before.getValue().value()
                        : before.getValue().value().toward(after.getValue().value(), day - before.getKey(), gap));
    }

    /// The stretches of low days. Two that one or two other days part are one, and those days count.
    static List<Stretch> stretches(NavigableMap<Integer, Ratio> days, Predicate<Ratio> low) {
        var stretches = new ArrayList<Stretch>();
        days.forEach((day, value) -> {
            if (low.test(value)) {
                var last = stretches.isEmpty() ? null : stretches.getLast();
                if (last != null && day - last.to() <= 3) {
                    stretches.set(stretches.size() - 1, new Stretch(last.from(), day));
                } else {
                    stretches.add(new Stretch(day, day));
                }
            }
        });
        return stretches;
    }

    static int longest(List<Stretch> stretches) {
        return stretches.stream().mapToInt(Stretch::days).max().orElse(0);
    }

    /// The days without a count, as people say them.
    static Optional<String> gaps(NavigableMap<Integer, Ratio> filled, int from, int to) {
        var empty = IntStream.rangeClosed(from, to)
                .filter(day -> !filled.containsKey(day))
                .boxed()
                .toList();
        return switch (empty.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of("day " + empty.getFirst());
            default -> Optional.of(empty.size() + " days from day " + empty.getFirst() + " to " + empty.getLast());
        };
    }

    /// Results that are told by a bound which does not say on which side of a limit they are.
    List<Lab> undecided(List<Ratio> limits) {
        return measured.values().stream()
                .filter(lab -> limits.stream().anyMatch(limit -> lab.amount().atMost(limit) == Truth.UNKNOWN))
                .toList();
    }
}
