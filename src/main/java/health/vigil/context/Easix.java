package health.vigil.context;

import health.vigil.observation.Analyte;
import health.vigil.observation.Transfusion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The EASIX family: LDH times creatinine, nothing or CRP (mg/dL), over platelets, of one blood draw.
record Easix(Score score, List<Analyte> numerator) {
    private static final List<Easix> FAMILY = List.of(
            new Easix(Score.EASIX, List.of(Analyte.LDH, Analyte.CREATININE)),
            new Easix(Score.S_EASIX, List.of(Analyte.LDH)),
            new Easix(Score.M_EASIX, List.of(Analyte.LDH, Analyte.CRP)));

    /// How far apart the values of one blood draw lie.
    private static final Duration DRAW = Duration.ofHours(6);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration BEFORE_LYMPHODEPLETION = Duration.ofDays(7);

    static List<ContextItem> all(Bedside bedside) {
        return FAMILY.stream().map(each -> each.of(bedside)).toList();
    }

    /// The values of one blood draw.
    private record Draw(Map<Analyte, Lab> values) {
        Instant at() {
            return values.values().stream()
                    .map(Lab::at)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }

        Lab of(Analyte analyte) {
            return Optional.ofNullable(values.get(analyte)).orElseThrow();
        }
    }

    private List<Analyte> needed() {
        var all = new ArrayList<>(numerator);
        all.add(Analyte.PLATELETS);
        return all;
    }

    private ContextItem of(Bedside bedside) {
        var answer = new Answer(score);
        for (var analyte : needed()) {
            bedside.labs().leftOut(analyte).forEach(answer::note);
            if (bedside.labs().all(analyte).isEmpty()) {
                answer.missing(analyte.word());
            }
        }
        if (!answer.complete()) {
            return answer.reason(answer.missed()).item();
        }
        var draws = draws(bedside);
        if (draws.isEmpty()) {
            return answer.missing("one blood draw")
                    .reason("no values within 6 h of each other")
                    .item();
        }
        judge(answer, bedside, draws);
        return answer.item();
    }

    /// Every set of values within 6 h of each other, the newest last.
    private List<Draw> draws(Bedside bedside) {
        return needed().stream()
                .flatMap(analyte -> bedside.labs().all(analyte).stream())
                .map(Lab::at)
                .distinct()
                .sorted()
                .flatMap(end -> draw(bedside, end).stream())
                .toList();
    }

    private Optional<Draw> draw(Bedside bedside, Instant end) {
        var values = new EnumMap<Analyte, Lab>(Analyte.class);
        for (var analyte : needed()) {
            bedside.labs().newest(analyte, end, DRAW).ifPresent(lab -> values.put(analyte, lab));
        }
        return values.size() == needed().size() ? Optional.of(new Draw(values)) : Optional.empty();
    }

    private void judge(Answer answer, Bedside bedside, List<Draw> draws) {
        var newest = draws.getLast();
        needed().forEach(analyte -> answer.input(newest.of(analyte)));
        var platelets = newest.of(Analyte.PLATELETS).amount();
        if (platelets.under() || platelets.value().signum() == 0) {
            answer.reason("platelets of 0 or under a bound divide nothing");
            return;
        }
        if (transfused(bedside, newest.of(Analyte.PLATELETS))) {
            answer.note("platelets were transfused in the 24 h before");
        }
        if (!exact(newest)) {
            bounded(answer, newest);
            return;
        }
        var value = value(newest);
        answer.value(value.rounded());
        log2(value).ifPresent(log -> answer.number("log2", log));
        draws.stream().filter(this::usable).findFirst().ifPresent(first -> change(answer, newest, first));
        timePoints(answer, bedside, draws);
    }

    private boolean usable(Draw draw) {
        return exact(draw) && value(draw).signum() > 0;
    }

    /// Platelets that are known and not 0, and nothing told by a bound.
    private boolean exact(Draw draw) {
        return needed().stream().allMatch(analyte -> draw.of(analyte).amount().exact())
                && draw.of(Analyte.PLATELETS).value().signum() > 0;
    }

    private Ratio value(Draw draw) {
        return numerator.stream()
                .map(analyte -> perFormula(draw.of(analyte)))
                .reduce(Ratio.of("1"), Ratio::times)
                .over(draw.of(Analyte.PLATELETS).value());
    }

    /// CRP enters in mg/dL.
    private static Ratio perFormula(Lab lab) {
        return lab.analyte() == Analyte.CRP ? lab.value().times("0.1") : lab.value();
    }

    private void bounded(Answer answer, Draw draw) {
        var over =
                numerator.stream().anyMatch(analyte -> draw.of(analyte).amount().over());
        var under =
                numerator.stream().anyMatch(analyte -> draw.of(analyte).amount().under())
                        || draw.of(Analyte.PLATELETS).amount().over();
        if (over && under) {
            answer.reason("values told by bounds on both sides decide nothing");
            return;
        }
        var bound = (under ? "below " : "above ") + value(draw).rounded().toPlainString();
        answer.band(bound).reason(bound + ": a value is told by a bound only");
    }

    private void change(Answer answer, Draw newest, Draw first) {
        var before = value(first);
        answer.number("first", before.rounded());
        var now = value(newest);
        if (now.signum() > 0) {
            answer.number("changeLog2", rounded(log2Of(now) - log2Of(before)));
        }
    }

    private void timePoints(Answer answer, Bedside bedside, List<Draw> draws) {
        var lymphodepletion = bedside.situation().lymphodepletionAt().orElse(bedside.infusedAt());
        timePoint(
                answer,
                "before-lymphodepletion",
                draws,
                draw -> draw.at().isBefore(lymphodepletion)
                        && !draw.at().isBefore(lymphodepletion.minus(BEFORE_LYMPHODEPLETION)));
        for (int day : List.of(-1, 1, 3)) {
            timePoint(
                    answer,
                    "day" + (day > 0 ? "+" : "") + day,
                    draws,
                    draw -> bedside.days().of(draw.at()) == day);
        }
    }

    private void timePoint(Answer answer, String name, List<Draw> draws, Predicate<Draw> when) {
        draws.stream()
                .filter(this::exact)
                .filter(when)
                .reduce((_, later) -> later)
                .ifPresent(draw -> answer.number(name, value(draw).rounded()));
    }

    private static boolean transfused(Bedside bedside, Lab platelets) {
        return bedside.entries(Transfusion.class)
                .filter(entry -> entry.content().product() == Transfusion.Product.PLATELETS)
                .anyMatch(entry -> !entry.at().isAfter(platelets.at())
                        && !platelets.at().isAfter(entry.at().plus(DAY)));
    }

    private static Optional<BigDecimal> log2(Ratio value) {
        return value.signum() > 0 ? Optional.of(rounded(log2Of(value))) : Optional.empty();
    }

    private static double log2Of(Ratio value) {
        return Math.log(value.approximately()) / Math.log(2);
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP);
    }
}
