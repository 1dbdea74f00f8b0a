package health.vigil.context;

import health.vigil.laboratory.Lab;
import health.vigil.laboratory.Ratio;
import health.vigil.laboratory.Truth;
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
/// @param measured the lowest result of each day that has one
record DailyCounts(NavigableMap<Integer, Lab> measured) {
    /// Longer gaps without a result stay unknown.
    private static final int LONGEST_GAP = 7;

    /// A range of days, both ends included.
    record DayRange(int from, int to) {
        int days() {
            return to - from + 1;
        }
    }

    static DailyCounts of(PatientState patient, Analyte analyte, int from, int to) {
        var lowest = new TreeMap<Integer, Lab>();
        patient.labs()
                .where(analyte, lab -> !lab.at().isAfter(patient.at()))
                .filter(lab ->
                        patient.days().of(lab.at()) >= from && patient.days().of(lab.at()) <= to)
                .sorted(Comparator.comparing(DailyCounts::count).reversed())
                .forEach(lab -> lowest.put(patient.days().of(lab.at()), lab));
        return new DailyCounts(lowest);
    }

    private static Ratio count(Lab lab) {
        return lab.amount().nominal();
    }

    boolean none() {
        return measured.isEmpty();
    }

    /// The results, lowest first.
    List<Lab> lowestFirst() {
        return measured.values().stream()
                .sorted(Comparator.comparing(DailyCounts::count))
                .toList();
    }

    /// The count of each day. Between two results it is interpolated linearly; before the first and after the
    /// last the nearest result holds for at most 7 days.
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
                    .map(nearest -> count(nearest.getValue()));
        }
        int gap = after.getKey() - before.getKey();
        if (gap > LONGEST_GAP + 1) {
            return Optional.ofNullable(measured.get(day)).map(DailyCounts::count);
        }
        return Optional.of(
                gap == 0
                        ? count(before.getValue())
                        : count(before.getValue()).toward(count(after.getValue()), day - before.getKey(), gap));
    }

    /// The ranges of low days. Ranges with at most two other days between them are joined, and those days
    /// count too.
    static List<DayRange> ranges(NavigableMap<Integer, Ratio> days, Predicate<Ratio> low) {
        var ranges = new ArrayList<DayRange>();
        days.forEach((day, value) -> {
            if (low.test(value)) {
                var last = ranges.isEmpty() ? null : ranges.getLast();
                if (last != null && day - last.to() <= 3) {
                    ranges.set(ranges.size() - 1, new DayRange(last.from(), day));
                } else {
                    ranges.add(new DayRange(day, day));
                }
            }
        });
        return ranges;
    }

    static int longest(List<DayRange> ranges) {
        return ranges.stream().mapToInt(DayRange::days).max().orElse(0);
    }

    /// The days without a count, as text.
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

    /// Results whose bound does not decide on which side of a limit they are.
    List<Lab> undecided(List<Ratio> limits) {
        return measured.values().stream()
                .filter(lab -> limits.stream().anyMatch(limit -> lab.amount().atMost(limit) == Truth.UNKNOWN))
                .toList();
    }

    /// Whether a number of low days is a lower limit. It is none if an undecided result may be any higher count.
    static boolean lowerLimit(List<Lab> undecided) {
        return undecided.stream().noneMatch(lab -> lab.amount().over());
    }
}
