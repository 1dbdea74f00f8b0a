package health.vigil.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is still seen of oxygen: the newest records, and the newest SpO2.
///
/// @param chartedAt when the newest records were
/// @param entries the records of that instant that differ to the rules, room air included
/// @param lowBefore when an SpO2 was last low before the newest
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

    /// @param wasLow whether the SpO2 that is the newest so far is low
    Oxygen withSpo2(Reading reading, boolean wasLow) {
        var before =
                spo2.filter(old -> wasLow && old.at().isBefore(reading.at())).map(Reading::at);
        return new Oxygen(chartedAt, entries, Reading.newestLowest(spo2, reading), before.or(() -> lowBefore));
    }

    /// The records that count: of several at one instant those that grade highest.
    List<OxygenEntry> counting(boolean lowSpo2) {
        if (entries.size() < 2) {
            return entries;
        }
        int highest =
                entries.stream().mapToInt(entry -> entry.grade(lowSpo2)).max().orElse(0);
        return entries.stream().filter(entry -> entry.grade(lowSpo2) == highest).toList();
    }

    /// What was charted last; of several records of one instant one that grades highest.
    Optional<ChartedOxygen> newest() {
        return chartedAt.flatMap(at -> entries.stream()
                .max(Comparator.comparingInt(OxygenEntry::grade))
                .map(entry -> new ChartedOxygen(at, entry.therapy())));
    }

    /// The grade that a device for hypoxia gives by itself; 0 if there is none.
    int deviceGrade() {
        int highest = 0;
        for (var entry : entries) {
            highest = Math.max(highest, entry.grade());
        }
        return highest;
    }
}
