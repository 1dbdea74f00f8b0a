package health.vigil.context;

import health.vigil.grading.Grade;
import health.vigil.laboratory.Lab;
import health.vigil.laboratory.Ratio;
import health.vigil.laboratory.Truth;
import health.vigil.observation.Analyte;
import health.vigil.observation.Finding;
import health.vigil.observation.Ice;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.Weight;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Signs of movement, cognition, cranial nerves and weakness in the year after the infusion. They do not
/// affect ICANS.
final class LateNeuro {
    private static final int LAST_DAY = 365;
    private static final int EARLY_TREMOR = 7;
    private static final int EXPANSION = 14;
    private static final int LAST_WEEKLY_SAMPLE = 28;
    private static final int LAST_MONTHLY_SAMPLE = 180;
    private static final int FIRST_QUESTIONS = 14;
    private static final BigDecimal STILL_OWN_WEIGHT = new BigDecimal("0.95");
    private static final Duration APART = Duration.ofDays(1);
    private static final Ratio LYMPHOCYTES = Ratio.of("3.0");
    private static final Set<Finding> SIGNS = EnumSet.of(
            Finding.BRADYKINESIA,
            Finding.RIGIDITY,
            Finding.REST_TREMOR,
            Finding.GAIT_CHANGE,
            Finding.MICROGRAPHIA,
            Finding.PERSONALITY_CHANGE,
            Finding.MEMORY_CHANGE,
            Finding.FACIAL_PALSY,
            Finding.OTHER_CRANIAL_NEUROPATHY,
            Finding.LIMB_WEAKNESS_PERIPHERAL);

    private LateNeuro() {}

    static ContextItem of(PatientState patient) {
        var item = new ItemBuilder(ItemKind.LATE_NEURO);
        if (patient.day() < 0 || patient.day() > LAST_DAY) {
            return item.reason("watched from day 0 to day " + LAST_DAY).build();
        }
        var signs = signs(item, patient);
        var risk = risk(item, patient);
        ask(item, patient.day());
        weightLoss(patient).ifPresent(item::fact);
        if (signs) {
            item.band("signs");
        } else if (risk.holds()) {
            item.band("notes");
        } else {
            item.band("none");
            if (risk == Truth.UNKNOWN) {
                item.missing("lymphocytes up to day " + EXPANSION).bandAtLeast().reason(item.missed());
            }
        }
        return item.build();
    }

    /// What people ask and look at on a day.
    private static void ask(ItemBuilder item, int day) {
        if (day <= LAST_MONTHLY_SAMPLE) {
            item.note("handwriting sample: every " + (day <= LAST_WEEKLY_SAMPLE ? "week" : "month"));
        }
        if (day >= FIRST_QUESTIONS) {
            item.note("questions at every visit: slower? smaller handwriting? walking changed? shaking at rest?"
                    + " face changed? double vision? a numb or weak limb? less interest?");
            item.note("also ask for diarrhoea (4 stools a day more than usual) and weigh the patient");
        }
    }

    /// Whether the newest weight is 5 % or more below the own weight. It is no sign of the nerves.
    private static Optional<Fact> weightLoss(PatientState patient) {
        var newest = patient.entries(Weight.class)
                .filter(entry -> entry.at().isAfter(patient.infusedAt()))
                .reduce((_, later) -> later);
        return newest.flatMap(entry -> ownWeight(patient).map(own -> weightLoss(entry, own)));
    }

    private static Fact weightLoss(ChartEntry<Weight> newest, BigDecimal own) {
        var now = newest.content().kilograms();
        return Fact.of(
                "weight-loss",
                Truth.of(now.compareTo(own.multiply(STILL_OWN_WEIGHT)) <= 0),
                now.toPlainString() + " kg, before " + own.toPlainString() + " kg; limit 5 % less",
                newest.observation());
    }

    /// The last weight up to the infusion; without one, that of the admission.
    private static Optional<BigDecimal> ownWeight(PatientState patient) {
        return patient.entries(Weight.class)
                .filter(entry -> !entry.at().isAfter(patient.infusedAt()))
                .reduce((_, later) -> later)
                .map(entry -> entry.content().kilograms())
                .or(() -> patient.situation().weight());
    }

    private static boolean signs(ItemBuilder item, PatientState patient) {
        var found = false;
        for (var sign : SIGNS) {
            var first = firstSeen(patient, sign);
            first.ifPresent(at -> item.fact(fact(patient, sign.word(), at)));
            found = found || first.isPresent();
        }
        var tremor = tremor(patient);
        tremor.ifPresent(at -> item.fact(fact(patient, "tremor", at)));
        return found || tremor.isPresent();
    }

    private static Fact fact(PatientState patient, String name, ChartEntry<?> first) {
        return Fact.of(
                name,
                Truth.YES,
                name.replace('-', ' ') + " first seen on day " + patient.days().of(first.at()),
                first.observation());
    }

    /// The first record of the current period in which the finding is present.
    private static Optional<ChartEntry<?>> firstSeen(PatientState patient, Finding sign) {
        if (patient.present(sign, patient.at()).isEmpty()) {
            return Optional.empty();
        }
        var records = patient.entries(NeuroFinding.class)
                .filter(entry -> entry.content().finding() == sign)
                .toList();
        var gone = records.stream()
                .filter(entry -> !entry.content().present())
                .map(ChartEntry::at)
                .filter(at -> patient.present(sign, at).isEmpty())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return records.stream()
                .filter(entry -> entry.content().present() && entry.at().isAfter(gone))
                .findFirst()
                .map(entry -> entry);
    }

    /// The first of two checks with tremor a day apart, after day 7, with the ICE at its baseline.
    private static Optional<ChartEntry<?>> tremor(PatientState patient) {
        var checks = patient.entries(NeuroCheck.class)
                .filter(entry -> entry.content().tremor().orElse(false)
                        && patient.days().of(entry.at()) > EARLY_TREMOR
                        && iceAtBaseline(patient, entry.at()))
                .toList();
        return checks.stream()
                .filter(first -> checks.stream()
                        .anyMatch(second -> !second.at().isBefore(first.at().plus(APART))))
                .findFirst()
                .map(entry -> entry);
    }

    private static boolean iceAtBaseline(PatientState patient, Instant at) {
        int own = patient.situation().baseline().ice().orElse(Ice.BEST);
        return patient.entries(NeuroCheck.class)
                .filter(entry ->
                        !entry.at().isAfter(at) && entry.content().ice().isPresent())
                .max(Comparator.<ChartEntry<NeuroCheck>, Instant>comparing(ChartEntry::at)
                        .thenComparingInt(entry -> -total(entry))
                        .thenComparing(entry -> entry.observation().id()))
                .filter(entry -> total(entry) >= own)
                .isPresent();
    }

    private static int total(ChartEntry<NeuroCheck> entry) {
        return entry.content().ice().map(Ice::total).orElseThrow();
    }

    /// CRS of 2 or more, ICANS that has ended, or many lymphocytes by day 14.
    private static Truth risk(ItemBuilder item, PatientState patient) {
        var crs = Truth.of(patient.crs().peak(patient.at()).above(Grade.ONE));
        var icans = Truth.of(GradeTimes.present(patient.icans().peak(patient.at()))
                && !GradeTimes.present(patient.icans().at(patient.at())));
        var counts = patient.labs()
                .where(
                        Analyte.LYMPHOCYTES,
                        lab -> patient.days().of(lab.at()) >= 0
                                && patient.days().of(lab.at()) <= EXPANSION)
                .toList();
        var lymphocytes = counts.isEmpty()
                ? Truth.UNKNOWN
                : Truth.any(counts.stream().map(lab -> lab.amount().above(LYMPHOCYTES)));
        counts.stream().max(Comparator.comparing(Lab::value)).ifPresent(item::input);
        patient.labs().leftOut(Analyte.LYMPHOCYTES).forEach(item::note);
        item.fact(Fact.of("crs-2", crs, "CRS of 2 or more since the infusion"))
                .fact(Fact.of("icans", icans, "ICANS since the infusion, over now"))
                .fact(Fact.of("lymphocytes", lymphocytes, "lymphocytes above 3.0 10*9/L by day " + EXPANSION));
        return Truth.any(List.of(crs, icans, lymphocytes).stream());
    }
}
