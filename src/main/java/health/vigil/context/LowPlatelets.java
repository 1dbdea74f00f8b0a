package health.vigil.context;

import health.vigil.observation.Analyte;
import health.vigil.observation.Transfusion;
import java.util.List;
import java.util.stream.Collectors;

/// The companion of ICAHT for platelets: all days under 50 and under 20 10*9/L, not the longest stretch.
final class LowPlatelets {
    private static final int LAST_EARLY_DAY = 30;
    private static final Ratio HUNDRED = Ratio.of("100");
    private static final Ratio LOW = Ratio.of("50");
    private static final Ratio VERY_LOW = Ratio.of("20");

    private LowPlatelets() {}

    static ContextItem early(Bedside bedside) {
        var answer = new Answer(Score.ICAHT_PLATELETS_EARLY);
        if (bedside.day() < 0) {
            return answer.reason("before the infusion").item();
        }
        var followUp = FollowUp.early(bedside, LAST_EARLY_DAY);
        var counts = DailyCounts.of(bedside, Analyte.PLATELETS, 0, followUp.day());
        if (told(answer, bedside, counts, 0)) {
            early(answer, counts, followUp);
        }
        return answer.item();
    }

    private static void early(Answer answer, DailyCounts counts, FollowUp followUp) {
        int last = followUp.over() ? followUp.day() : counts.measured().lastKey();
        var under50 = under(counts, 0, last, LOW);
        var under20 = under(counts, 0, last, VERY_LOW);
        answer.number("daysUnder50", under50).number("daysUnder20", under20);
        int grade = under20 > 0 ? byVeryLow(under20) : under50 >= 7 ? 2 : under50 >= 1 ? 1 : 0;
        if (!followUp.over()) {
            answer.reason("day " + followUp.day() + " of " + LAST_EARLY_DAY).atLeast(grade);
            return;
        }
        conclude(answer, counts, grade, List.of(LOW, VERY_LOW));
        DailyCounts.gaps(counts.filled(0, last), 0, last)
                .ifPresent(gap -> answer.missing("platelets of " + gap)
                        .atLeast(grade)
                        .reason("days without platelets are not counted"));
    }

    static ContextItem late(Bedside bedside) {
        var answer = new Answer(Score.ICAHT_PLATELETS_LATE);
        if (bedside.day() < LateNeutropenia.FIRST_DAY) {
            return answer.reason("from day " + LateNeutropenia.FIRST_DAY + " on")
                    .item();
        }
        var followUp = FollowUp.late(bedside, LateNeutropenia.LAST_DAY);
        var counts = DailyCounts.of(bedside, Analyte.PLATELETS, LateNeutropenia.FIRST_DAY, followUp.day());
        if (told(answer, bedside, counts, LateNeutropenia.FIRST_DAY)) {
            late(answer, counts);
        }
        return answer.item();
    }

    private static void late(Answer answer, DailyCounts counts) {
        int first = counts.measured().firstKey();
        int last = counts.measured().lastKey();
        var under20 = under(counts, first, last, VERY_LOW);
        answer.number("daysUnder20", under20);
        var lowest = counts.lowestFirst();
        if (lowest.size() == 1) {
            answer.note("single");
        }
        int second = Math.min(1, lowest.size() - 1);
        var passing = lowest.get(second).value().compareTo(HUNDRED) >= 0;
        int grade = passing ? 0 : lateGrade(lowest.getFirst().value(), under20);
        conclude(answer, counts, grade, List.of(HUNDRED, LOW, VERY_LOW));
    }

    /// @param lowest under 100
    private static int lateGrade(Ratio lowest, long under20) {
        if (under20 > 0) {
            return byVeryLow(under20);
        }
        return lowest.compareTo(LOW) < 0 ? 2 : 1;
    }

    private static int byVeryLow(long days) {
        return days >= 14 ? 4 : 3;
    }

    private static boolean told(Answer answer, Bedside bedside, DailyCounts counts, int first) {
        bedside.labs().leftOut(Analyte.PLATELETS).forEach(answer::note);
        if (counts.none()) {
            answer.missing("platelets").reason("no platelets since day " + first);
            return false;
        }
        counts.measured().values().forEach(answer::input);
        var transfused = bedside.entries(Transfusion.class)
                .filter(entry -> entry.content().product() == Transfusion.Product.PLATELETS)
                .map(entry -> bedside.days().of(entry.at()))
                .filter(day -> day >= first && day <= counts.measured().lastKey())
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        if (!transfused.isEmpty()) {
            answer.note("platelets were transfused on day " + transfused);
        }
        return true;
    }

    private static long under(DailyCounts counts, int from, int to, Ratio limit) {
        return counts.filled(from, to).values().stream()
                .filter(value -> value.compareTo(limit) < 0)
                .count();
    }

    private static void conclude(Answer answer, DailyCounts counts, int grade, List<Ratio> limits) {
        var unsettled = counts.undecided(limits);
        if (unsettled.isEmpty()) {
            answer.grade(grade);
            return;
        }
        unsettled.forEach(lab -> answer.missing(lab.told() + " as a number"));
        answer.atLeast(grade).reason(answer.missed());
    }
}
