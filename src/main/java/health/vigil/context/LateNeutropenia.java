package health.vigil.context;

import health.vigil.observation.Analyte;
import java.util.List;

/// ICAHT from day 31 to day 100: the two lowest days. One low day beside days above 1500 /uL is transient.
final class LateNeutropenia {
    static final int FIRST_DAY = 31;
    static final int LAST_DAY = 100;
    /// 10*9/L, of grade 1 to 4.
    private static final List<Ratio> LIMITS = List.of(Ratio.of("1.5"), Ratio.of("1"), Ratio.of("0.5"), Ratio.of("0.1"));

    private LateNeutropenia() {}

    static ContextItem of(Bedside bedside) {
        var answer = new Answer(Score.ICAHT_LATE);
        var followUp = FollowUp.late(bedside, LAST_DAY);
        if (bedside.day() < FIRST_DAY) {
            return answer.reason("from day " + FIRST_DAY + " on").item();
        }
        bedside.labs().leftOut(Analyte.NEUTROPHILS).forEach(answer::note);
        var lowest = DailyCounts.of(bedside, Analyte.NEUTROPHILS, FIRST_DAY, followUp.day())
                .lowestFirst();
        if (lowest.isEmpty()) {
            return answer.missing("neutrophils")
                    .reason("no neutrophils since day " + FIRST_DAY)
                    .item();
        }
        lowest.stream().limit(2).forEach(answer::input);
        if (lowest.size() == 1) {
            answer.note("single");
        }
        judge(answer, lowest);
        return answer.item();
    }

    private static void judge(Answer answer, List<Lab> lowest) {
        var transientLow = lowest.size() > 1 ? lowest.get(1).amount().above(LIMITS.getFirst()) : Truth.NO;
        if (transientLow.holds()) {
            answer.grade(0);
            return;
        }
        int grade = (int) LIMITS.stream()
                .filter(limit -> lowest.getFirst().amount().atMost(limit).holds())
                .count();
        var unsettled = transientLow == Truth.UNKNOWN
                || LIMITS.stream().anyMatch(limit -> lowest.getFirst().amount().atMost(limit) == Truth.UNKNOWN);
        if (unsettled) {
            answer.missing("neutrophils as numbers").atLeast(transientLow == Truth.UNKNOWN ? 0 : grade);
            answer.reason(answer.missed());
        } else {
            answer.grade(grade);
        }
    }
}
