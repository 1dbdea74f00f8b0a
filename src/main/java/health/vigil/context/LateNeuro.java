package health.vigil.context;

import health.vigil.grading.Grade;
import health.vigil.observation.Analyte;
import health.vigil.observation.Finding;
import health.vigil.observation.Ice;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.NeuroFinding;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Signs of movement, cognition, cranial nerves and weakness in the year after the infusion. None of them sets ICANS.
final class LateNeuro {
    private static final int LAST_DAY = 365;
    private static final int EARLY_TREMOR = 7;
    private static final int EXPANSION = 14;
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

    static ContextItem of(Bedside bedside) {
        var answer = new Answer(Score.LATE_NEURO);
        if (bedside.day() < 0 || bedside.day() > LAST_DAY) {
            return answer.reason("watched from day 0 to day " + LAST_DAY).item();
        }
        var signs = signs(answer, bedside);
        var risk = risk(answer, bedside);
        if (signs) {
            answer.band("signs");
        } else if (risk.holds()) {
            answer.band("notes");
        } else {
            answer.band("none");
            if (risk == Truth.UNKNOWN) {
                answer.missing("lymphocytes up to day " + EXPANSION)
                        .bandAtLeast()
                        .reason(answer.missed());
            }
        }
        return answer.item();
    }

    private static boolean signs(Answer answer, Bedside bedside) {
        var found = false;
        for (var sign : SIGNS) {
            var first = firstSeen(bedside, sign);
            first.ifPresent(at -> answer.fact(seen(bedside, sign.word(), at)));
            found = found || first.isPresent();
        }
        var tremor = tremor(bedside);
        tremor.ifPresent(at -> answer.fact(seen(bedside, "tremor", at)));
        return found || tremor.isPresent();
    }

    private static Fact seen(Bedside bedside, String name, Entry<?> first) {
        return Fact.of(
                name,
                Truth.YES,
                name.replace('-', ' ') + " first seen on day " + bedside.days().of(first.at()),
                first.observation());
    }

    /// Of a finding that stands: the first record of the time in which it has stood.
    private static Optional<Entry<?>> firstSeen(Bedside bedside, Finding sign) {
        if (bedside.standing(sign, bedside.at()).isEmpty()) {
            return Optional.empty();
        }
        var records = bedside.entries(NeuroFinding.class)
                .filter(entry -> entry.content().finding() == sign)
                .toList();
        var gone = records.stream()
                .filter(entry -> !entry.content().present())
                .map(Entry::at)
                .filter(at -> bedside.standing(sign, at).isEmpty())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return records.stream()
                .filter(entry -> entry.content().present() && entry.at().isAfter(gone))
                .findFirst()
                .map(entry -> entry);
    }

    /// The first of two checks with a tremor a day apart, after day 7, while the ICE is at the baseline.
    private static Optional<Entry<?>> tremor(Bedside bedside) {
        var checks = bedside.entries(NeuroCheck.class)
                .filter(entry -> entry.content().tremor().orElse(false)
                        && bedside.days().of(entry.at()) > EARLY_TREMOR
                        && iceAtBaseline(bedside, entry.at()))
                .toList();
        return checks.stream()
                .filter(first -> checks.stream()
                        .anyMatch(second -> !second.at().isBefore(first.at().plus(APART))))
                .findFirst()
                .map(entry -> entry);
    }

    private static boolean iceAtBaseline(Bedside bedside, Instant at) {
        int own = bedside.situation().baseline().ice().orElse(Ice.BEST);
        return bedside.entries(NeuroCheck.class)
                .filter(entry ->
                        !entry.at().isAfter(at) && entry.content().ice().isPresent())
                .max(Comparator.<Entry<NeuroCheck>, Instant>comparing(Entry::at)
                        .thenComparingInt(entry -> -total(entry))
                        .thenComparing(entry -> entry.observation().id()))
                .filter(entry -> total(entry) >= own)
                .isPresent();
    }

    private static int total(Entry<NeuroCheck> entry) {
        return entry.content().ice().map(Ice::total).orElseThrow();
    }

    /// CRS of 2 or more, ICANS that is over, or many lymphocytes by day 14.
    private static Truth risk(Answer answer, Bedside bedside) {
        var crs = Truth.of(bedside.crs().peak(bedside.at()).above(Grade.ONE));
        var icans = Truth.of(GradeTimes.present(bedside.icans().peak(bedside.at()))
                && !GradeTimes.present(bedside.icans().at(bedside.at())));
        var counts = bedside.labs()
                .where(
                        Analyte.LYMPHOCYTES,
                        lab -> bedside.days().of(lab.at()) >= 0
                                && bedside.days().of(lab.at()) <= EXPANSION)
                .toList();
        var lymphocytes = counts.isEmpty()
                ? Truth.UNKNOWN
                : Truth.any(counts.stream().map(lab -> lab.amount().above(LYMPHOCYTES)));
        counts.stream().max(Comparator.comparing(Lab::value)).ifPresent(answer::input);
        bedside.labs().leftOut(Analyte.LYMPHOCYTES).forEach(answer::note);
        answer.fact(Fact.of("crs-2", crs, "CRS of 2 or more since the infusion"))
                .fact(Fact.of("icans", icans, "ICANS since the infusion, over now"))
                .fact(Fact.of("lymphocytes", lymphocytes, "lymphocytes above 3.0 10*9/L by day " + EXPANSION));
        return Truth.any(List.of(crs, icans, lymphocytes).stream());
    }
}
