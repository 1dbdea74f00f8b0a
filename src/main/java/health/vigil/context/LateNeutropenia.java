package health.vigil.context;

import health.vigil.laboratory.Lab;
import health.vigil.laboratory.Ratio;
import health.vigil.laboratory.Truth;
import health.vigil.observation.Analyte;
import java.util.List;

/// ICAHT from day 31 to day 100: the two lowest days. A single low day is transient if the days around it are
/// above 1500 /uL.
final class LateNeutropenia {
    static final int FIRST_DAY = 31;
    static final int LAST_DAY = 100;
    /// The limits of grades 1 to 4, 10*9/L.
    private static final List<Ratio> LIMITS = List.of(Ratio.of("1.5"), Ratio.of("1"), Ratio.of("0.5"), Ratio.of("0.1"));

    private LateNeutropenia() {}

    static ContextItem of(PatientState patient) {
        var item = new ItemBuilder(ItemKind.ICAHT_LATE);
        var followUp = FollowUp.late(patient, LAST_DAY);
        if (patient.day() < FIRST_DAY) {
            return item.reason("from day " + FIRST_DAY + " on").build();
        }
        patient.labs().leftOut(Analyte.NEUTROPHILS).forEach(item::note);
        var lowest = DailyCounts.of(patient, Analyte.NEUTROPHILS, FIRST_DAY, followUp.day())
                .lowestFirst();
        if (lowest.isEmpty()) {
            return item.missing("neutrophils")
                    .reason("no neutrophils since day " + FIRST_DAY)
                    .build();
        }
        lowest.stream().limit(2).forEach(item::input);
        if (lowest.size() == 1) {
            item.note("single");
        }
        judge(item, lowest);
        return item.build();
    }

    private static void judge(ItemBuilder item, List<Lab> lowest) {
        var transientLow = lowest.size() > 1 ? lowest.get(1).amount().above(LIMITS.getFirst()) : Truth.NO;
        if (transientLow.holds()) {
            item.grade(0);
            return;
        }
        int grade = (int) LIMITS.stream()
                .filter(limit -> lowest.getFirst().amount().atMost(limit).holds())
                .count();
        var unsettled = transientLow == Truth.UNKNOWN
                || LIMITS.stream().anyMatch(limit -> lowest.getFirst().amount().atMost(limit) == Truth.UNKNOWN);
        if (unsettled) {
            item.missing("neutrophils as numbers").atLeast(transientLow == Truth.UNKNOWN ? 0 : grade);
            item.reason(item.missed());
        } else {
            item.grade(grade);
        }
    }
}
