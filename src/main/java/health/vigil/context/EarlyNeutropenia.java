package health.vigil.context;

import health.vigil.context.DailyCounts.DayRange;
import health.vigil.laboratory.Ratio;
import health.vigil.observation.Analyte;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// ICAHT of the first 30 days: the longest ranges of days with neutrophils of at most 500 and at most 100
/// /uL.
final class EarlyNeutropenia {
    private static final int LAST_DAY = 30;
    private static final int LATEST_BEGIN = 3;
    /// Neutropenia is over after so many days above the limit.
    private static final int RECOVERED = 3;
    private static final Ratio LOW = Ratio.of("500");
    private static final Ratio VERY_LOW = Ratio.of("100");
    private static final String PER_MICROLITRE = "1000";

    private EarlyNeutropenia() {}

    static ContextItem of(PatientState patient) {
        var item = new ItemBuilder(ItemKind.ICAHT_EARLY);
        if (patient.day() < 0) {
            return item.reason("before the infusion").build();
        }
        var followUp = FollowUp.early(patient, LAST_DAY);
        var counts = DailyCounts.of(patient, Analyte.NEUTROPHILS, 0, followUp.day());
        patient.labs().leftOut(Analyte.NEUTROPHILS).forEach(item::note);
        if (counts.none()) {
            return item.missing("neutrophils")
                    .reason("no neutrophils since the infusion")
                    .build();
        }
        counts.measured().values().forEach(item::input);
        judge(item, counts, followUp);
        return item.build();
    }

    private static void judge(ItemBuilder item, DailyCounts counts, FollowUp followUp) {
        int lastMeasured = counts.measured().lastKey();
        int last = followUp.over() ? followUp.day() : lastMeasured;
        var days = perMicrolitre(counts, last);
        var low = DailyCounts.ranges(days, value -> value.compareTo(LOW) <= 0);
        var veryLow = DailyCounts.ranges(days, value -> value.compareTo(VERY_LOW) <= 0);
        int d500 = DailyCounts.longest(low);
        int d100 = DailyCounts.longest(veryLow);
        var never = followUp.over() && never(low, lastMeasured);
        int grade = never ? 4 : grade(d500, d100);
        item.number("d500", d500).number("d100", d100);
        if (never) {
            item.note("neutrophils never rose above 500 /uL");
        }
        var unsettled = counts.undecided(List.of(Ratio.of("0.5"), Ratio.of("0.1")));
        unsettled.forEach(lab -> item.missing(lab.text() + " as a number").reason(item.missed()));
        if (!followUp.over()) {
            live(item, low, lastMeasured, followUp.day());
        }
        if (!followUp.over() || !unsettled.isEmpty()) {
            if (DailyCounts.lowerLimit(unsettled)) {
                item.atLeast(grade);
            }
            return;
        }
        item.grade(grade);
        DailyCounts.gaps(days, 0, last)
                .ifPresent(gap -> item.missing("neutrophils of " + gap)
                        .atLeast(grade)
                        .reason("days without neutrophils are not counted"));
    }

    private static NavigableMap<Integer, Ratio> perMicrolitre(DailyCounts counts, int last) {
        var days = new TreeMap<Integer, Ratio>();
        counts.filled(0, last).forEach((day, value) -> {
            var cells = value.times(PER_MICROLITRE);
            days.put(day, counts.measured().containsKey(day) ? cells : cells.toTens());
        });
        return days;
    }

    private static boolean never(List<DayRange> low, int lastMeasured) {
        return low.stream().anyMatch(range -> range.from() <= LATEST_BEGIN && range.to() >= lastMeasured);
    }

    static int grade(int d500, int d100) {
        if (d100 >= 14) {
            return 4;
        }
        if (d500 >= 14 || d100 >= 7) {
            return 3;
        }
        if (d500 >= 7) {
            return 2;
        }
        return d500 >= 1 ? 1 : 0;
    }

    private static void live(ItemBuilder item, List<DayRange> low, int lastMeasured, int day) {
        item.reason("day " + day + " of " + LAST_DAY);
        low.stream()
                .filter(range -> lastMeasured - range.to() < RECOVERED)
                .findFirst()
                .map(range -> lastMeasured - range.from() + 1)
                .ifPresent(days -> item.text("not recovered, day " + days + " of neutropenia"));
    }
}
