package health.vigil.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The state of oxygen: the newest records, and the newest SpO2.
///
/// @param chartedAt the time of the newest records
/// @param entries the records of that instant, without those that make no difference to the rules; room air is
///     one, too
/// @param lowBefore the time of the last low SpO2 before the newest one
record Oxygen(
        Optional<Instant> chartedAt, List<OxygenEntry> entries, Optional<Reading> spo2, Optional<Instant> lowBefore) {
    static final Oxygen NONE = new Oxygen(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    Oxygen {
        entries = List.copyOf(entries);
    }

    Oxygen with(OxygenEntry entry, Instant at) {
        if (chartedAt.filter(at::equals).isEmpty()) {
            return new Oxygen(Optional.of(at), List.of(entry), spo2, lowBefore);
        }
        if (entries.stream().anyMatch(entry::like)) {
            return this;
        }
        var more = new ArrayList<>(entries);
        more.add(entry);
        return new Oxygen(chartedAt, more, spo2, lowBefore);
    }

    /// @param wasLow whether the newest SpO2 so far is low
    Oxygen withSpo2(Reading reading, boolean wasLow) {
        var before =
                spo2.filter(old -> wasLow && old.at().isBefore(reading.at())).map(Reading::at);
        return new Oxygen(chartedAt, entries, Reading.newestLowest(spo2, reading), before.or(() -> lowBefore));
    }

    /// The records that count. Of several at one instant, those with the highest grade count.
    List<OxygenEntry> counting(boolean lowSpo2) {
        if (entries.size() < 2) {
            return entries;
        }
        int highest =
                entries.stream().mapToInt(entry -> entry.grade(lowSpo2)).max().orElse(0);
        return entries.stream().filter(entry -> entry.grade(lowSpo2) == highest).toList();
    }

    /// The last record. Of several at one instant, one with the highest grade.
    Optional<ChartedOxygen> newest() {
        return chartedAt.flatMap(at -> entries.stream()
                .max(Comparator.comparingInt(OxygenEntry::grade))
                .map(entry -> new ChartedOxygen(at, entry.therapy())));
    }

    /// The grade of the device for hypoxia by itself; 0 if there is none.
    int deviceGrade() {
        int highest = 0;
        for (var entry : entries) {
            highest = Math.max(highest, entry.grade());
        }
        return highest;
    }
}
