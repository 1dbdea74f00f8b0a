package health.vigil.context;

import health.vigil.laboratory.Lab;
import health.vigil.laboratory.Ratio;
import health.vigil.observation.Analyte;
import health.vigil.observation.Transfusion;
import java.util.List;
import java.util.stream.Collectors;

/// The counterpart of ICAHT for platelets: all days under 50 and under 20 10*9/L, not only the longest range.
final class LowPlatelets {
    private static final int LAST_EARLY_DAY = 30;
    private static final Ratio HUNDRED = Ratio.of("100");
    private static final Ratio LOW = Ratio.of("50");
    private static final Ratio VERY_LOW = Ratio.of("20");

    private LowPlatelets() {}

    static ContextItem early(PatientState patient) {
        var item = new ItemBuilder(ItemKind.ICAHT_PLATELETS_EARLY);
        if (patient.day() < 0) {
            return item.reason("before the infusion").build();
        }
        var followUp = FollowUp.early(patient, LAST_EARLY_DAY);
        var counts = DailyCounts.of(patient, Analyte.PLATELETS, 0, followUp.day());
        if (hasCounts(item, patient, counts, 0)) {
            early(item, counts, followUp);
        }
        return item.build();
    }

    private static void early(ItemBuilder item, DailyCounts counts, FollowUp followUp) {
        int last = followUp.over() ? followUp.day() : counts.measured().lastKey();
        var under50 = under(counts, 0, last, LOW);
        var under20 = under(counts, 0, last, VERY_LOW);
        item.number("daysUnder50", under50).number("daysUnder20", under20);
        int grade = under20 > 0 ? byVeryLow(under20) : under50 >= 7 ? 2 : under50 >= 1 ? 1 : 0;
        var limits = List.of(LOW, VERY_LOW);
        if (!followUp.over()) {
            item.reason("day " + followUp.day() + " of " + LAST_EARLY_DAY);
            least(item, counts.undecided(limits), grade);
            return;
        }
        conclude(item, counts, grade, limits);
        DailyCounts.gaps(counts.filled(0, last), 0, last)
                .ifPresent(gap -> item.missing("platelets of " + gap)
                        .atLeast(grade)
                        .reason("days without platelets are not counted"));
    }

    static ContextItem late(PatientState patient) {
        var item = new ItemBuilder(ItemKind.ICAHT_PLATELETS_LATE);
        if (patient.day() < LateNeutropenia.FIRST_DAY) {
            return item.reason("from day " + LateNeutropenia.FIRST_DAY + " on").build();
        }
        var followUp = FollowUp.late(patient, LateNeutropenia.LAST_DAY);
        var counts = DailyCounts.of(patient, Analyte.PLATELETS, LateNeutropenia.FIRST_DAY, followUp.day());
        if (hasCounts(item, patient, counts, LateNeutropenia.FIRST_DAY)) {
            late(item, counts);
        }
        return item.build();
    }

    private static void late(ItemBuilder item, DailyCounts counts) {
        int first = counts.measured().firstKey();
        int last = counts.measured().lastKey();
        var under20 = under(counts, first, last, VERY_LOW);
        item.number("daysUnder20", under20);
        var lowest = counts.lowestFirst();
        if (lowest.size() == 1) {
            item.note("single");
        }
        int second = Math.min(1, lowest.size() - 1);
        var passing = lowest.get(second).amount().nominal().compareTo(HUNDRED) >= 0;
        int grade = passing ? 0 : lateGrade(lowest.getFirst().amount().nominal(), under20);
        conclude(item, counts, grade, List.of(HUNDRED, LOW, VERY_LOW));
    }

    /// @param lowest below 100
    private static int lateGrade(Ratio lowest, long under20) {
        if (under20 > 0) {
            return byVeryLow(under20);
        }
        return lowest.compareTo(LOW) < 0 ? 2 : 1;
    }

    private static int byVeryLow(long days) {
        return days >= 14 ? 4 : 3;
    }

    private static boolean hasCounts(ItemBuilder item, PatientState patient, DailyCounts counts, int first) {
        patient.labs().leftOut(Analyte.PLATELETS).forEach(item::note);
        if (counts.none()) {
            item.missing("platelets").reason("no platelets since day " + first);
            return false;
        }
        counts.measured().values().forEach(item::input);
        var transfused = patient.entries(Transfusion.class)
                .filter(entry -> entry.content().product() == Transfusion.Product.PLATELETS)
                .map(entry -> patient.days().of(entry.at()))
                .filter(day -> day >= first && day <= counts.measured().lastKey())
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        if (!transfused.isEmpty()) {
            item.note("platelets were transfused on day " + transfused);
        }
        return true;
    }

    private static long under(DailyCounts counts, int from, int to, Ratio limit) {
        return counts.filled(from, to).values().stream()
                .filter(value -> value.compareTo(limit) < 0)
                .count();
    }

    private static void conclude(ItemBuilder item, DailyCounts counts, int grade, List<Ratio> limits) {
        var unsettled = counts.undecided(limits);
        if (unsettled.isEmpty()) {
            item.grade(grade);
            return;
        }
        least(item, unsettled, grade);
        item.reason(item.missed());
    }

    /// Names the undecided results, and sets the lowest possible grade if there is one.
    private static void least(ItemBuilder item, List<Lab> undecided, int grade) {
        undecided.forEach(lab -> item.missing(lab.text() + " as a number"));
        if (DailyCounts.lowerLimit(undecided)) {
            item.atLeast(grade);
        }
    }
}
