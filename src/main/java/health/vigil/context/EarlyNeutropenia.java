package health.vigil.context;

import health.vigil.context.DailyCounts.Stretch;
import health.vigil.observation.Analyte;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// ICAHT of the first 30 days: the longest stretch of days with neutrophils of at most 500 and at most 100 /uL.
final class EarlyNeutropenia {
    private static final int LAST_DAY = 30;
    private static final int LATEST_BEGIN = 3;
    private static final Ratio LOW = Ratio.of("500");
    private static final Ratio VERY_LOW = Ratio.of("100");
    private static final String PER_MICROLITRE = "1000";

    private EarlyNeutropenia() {}

    static ContextItem of(Bedside bedside) {
        var answer = new Answer(Score.ICAHT_EARLY);
        if (bedside.day() < 0) {
            return answer.reason("before the infusion").item();
        }
        var followUp = FollowUp.early(bedside, LAST_DAY);
        var counts = DailyCounts.of(bedside, Analyte.NEUTROPHILS, 0, followUp.day());
        bedside.labs().leftOut(Analyte.NEUTROPHILS).forEach(answer::note);
        if (counts.none()) {
            return answer.missing("neutrophils")
                    .reason("no neutrophils since the infusion")
                    .item();
        }
        counts.measured().values().forEach(answer::input);
        judge(answer, counts, followUp);
        return answer.item();
    }

    private static void judge(Answer answer, DailyCounts counts, FollowUp followUp) {
        int lastMeasured = counts.measured().lastKey();
        int last = followUp.over() ? followUp.day() : lastMeasured;
        var days = perMicrolitre(counts, last);
        var low = DailyCounts.stretches(days, value -> value.compareTo(LOW) <= 0);
        var veryLow = DailyCounts.stretches(days, value -> value.compareTo(VERY_LOW) <= 0);
        int d500 = DailyCounts.longest(low);
        int d100 = DailyCounts.longest(veryLow);
        var never = followUp.over() && never(low, lastMeasured);
        int grade = never ? 4 : grade(d500, d100);
        answer.number("d500", d500).number("d100", d100);
        if (never) {
            answer.note("neutrophils never rose above 500 /uL");
        }
        var unsettled = counts.undecided(List.of(Ratio.of("0.5"), Ratio.of("0.1")));
        unsettled.forEach(lab -> answer.missing(lab.told() + " as a number").reason(answer.missed()));
        if (!followUp.over()) {
            live(answer, low, lastMeasured, followUp.day());
        }
        if (!followUp.over() || !unsettled.isEmpty()) {
            answer.atLeast(grade);
            return;
        }
        answer.grade(grade);
        DailyCounts.gaps(days, 0, last)
                .ifPresent(gap -> answer.missing("neutrophils of " + gap)
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

    private static boolean never(List<Stretch> low, int lastMeasured) {
        return low.stream().anyMatch(stretch -> stretch.from() <= LATEST_BEGIN && stretch.to() >= lastMeasured);
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

    private static void live(Answer answer, List<Stretch> low, int lastMeasured, int day) {
        answer.reason("day " + day + " of " + LAST_DAY);
        low.stream()
                .filter(stretch -> stretch.to() == lastMeasured)
                .findFirst()
                .ifPresent(stretch -> answer.text("not recovered, day " + stretch.days() + " of neutropenia"));
    }
}
