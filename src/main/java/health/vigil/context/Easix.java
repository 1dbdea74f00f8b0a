package health.vigil.context;

import health.vigil.laboratory.Lab;
import health.vigil.laboratory.Ratio;
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

/// The EASIX family: LDH times creatinine, optionally times CRP (mg/dL), divided by platelets, of one blood
/// draw.
record Easix(ItemKind score, List<Analyte> numerator) {
    private static final List<Easix> FAMILY = List.of(
            new Easix(ItemKind.EASIX, List.of(Analyte.LDH, Analyte.CREATININE)),
            new Easix(ItemKind.S_EASIX, List.of(Analyte.LDH)),
            new Easix(ItemKind.M_EASIX, List.of(Analyte.LDH, Analyte.CRP)));

    /// The longest time between values of one blood draw.
    private static final Duration DRAW = Duration.ofHours(6);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration BEFORE_LYMPHODEPLETION = Duration.ofDays(7);

    static List<ContextItem> all(PatientState patient) {
        return FAMILY.stream().map(each -> each.of(patient)).toList();
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

    private ContextItem of(PatientState patient) {
        var item = new ItemBuilder(score);
        for (var analyte : needed()) {
            patient.labs().leftOut(analyte).forEach(item::note);
            if (patient.labs().all(analyte).isEmpty()) {
                item.missing(analyte.word());
            }
        }
        if (!item.complete()) {
            return item.reason(item.missed()).build();
        }
        var draws = draws(patient);
        if (draws.isEmpty()) {
            return item.missing("one blood draw")
                    .reason("no values within 6 h of each other")
                    .build();
        }
        judge(item, patient, draws);
        return item.build();
    }

    /// Every set of values within 6 h of each other, newest last.
    private List<Draw> draws(PatientState patient) {
        return needed().stream()
                .flatMap(analyte -> patient.labs().all(analyte).stream())
                .map(Lab::at)
                .distinct()
                .sorted()
                .flatMap(end -> draw(patient, end).stream())
                .toList();
    }

    private Optional<Draw> draw(PatientState patient, Instant end) {
        var values = new EnumMap<Analyte, Lab>(Analyte.class);
        for (var analyte : needed()) {
            patient.labs().newest(analyte, end, DRAW).ifPresent(lab -> values.put(analyte, lab));
        }
        return values.size() == needed().size() ? Optional.of(new Draw(values)) : Optional.empty();
    }

    private void judge(ItemBuilder item, PatientState patient, List<Draw> draws) {
        var newest = draws.getLast();
        needed().forEach(analyte -> item.input(newest.of(analyte)));
        var platelets = newest.of(Analyte.PLATELETS).amount();
        if (platelets.under() || platelets.value().signum() == 0) {
            item.reason("platelets are 0 or below a bound: cannot divide by them");
            return;
        }
        if (transfused(patient, newest.of(Analyte.PLATELETS))) {
            item.note("platelets were transfused in the 24 h before");
        }
        if (!exact(newest)) {
            bounded(item, newest);
            return;
        }
        var value = value(newest);
        item.value(value.rounded());
        log2(value).ifPresent(log -> item.number("log2", log));
        draws.stream().filter(this::usable).findFirst().ifPresent(first -> change(item, newest, first));
        timePoints(item, patient, draws);
    }

    private boolean usable(Draw draw) {
        return exact(draw) && value(draw).signum() > 0;
    }

    /// Whether all values are exact and platelets are not 0.
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

    /// The value in the unit of the formula; CRP in mg/dL.
    private static Ratio perFormula(Lab lab) {
        return lab.analyte() == Analyte.CRP ? lab.value().times("0.1") : lab.value();
    }

    private void bounded(ItemBuilder item, Draw draw) {
        var over =
                numerator.stream().anyMatch(analyte -> draw.of(analyte).amount().over());
        var under =
                numerator.stream().anyMatch(analyte -> draw.of(analyte).amount().under())
                        || draw.of(Analyte.PLATELETS).amount().over();
        if (over && under) {
            item.reason("values above and below the fraction are only bounds: no result");
            return;
        }
        var bound = (under ? "below " : "above ") + value(draw).rounded().toPlainString();
        item.band(bound).reason(bound + ": a value is only a bound");
    }

    private void change(ItemBuilder item, Draw newest, Draw first) {
        var before = value(first);
        item.number("first", before.rounded());
        var now = value(newest);
        if (now.signum() > 0) {
            item.number("changeLog2", rounded(log2Of(now) - log2Of(before)));
        }
    }

    private void timePoints(ItemBuilder item, PatientState patient, List<Draw> draws) {
        var lymphodepletion = patient.situation().lymphodepletionAt().orElse(patient.infusedAt());
        timePoint(
                item,
                "before-lymphodepletion",
                draws,
                draw -> draw.at().isBefore(lymphodepletion)
                        && !draw.at().isBefore(lymphodepletion.minus(BEFORE_LYMPHODEPLETION)));
        for (int day : List.of(-1, 1, 3)) {
            timePoint(
                    item,
                    "day" + (day > 0 ? "+" : "") + day,
                    draws,
                    draw -> patient.days().of(draw.at()) == day);
        }
    }

    private void timePoint(ItemBuilder item, String name, List<Draw> draws, Predicate<Draw> when) {
        draws.stream()
                .filter(this::exact)
                .filter(when)
                .reduce((_, later) -> later)
                .ifPresent(draw -> item.number(name, value(draw).rounded()));
    }

    private static boolean transfused(PatientState patient, Lab platelets) {
        return patient.entries(Transfusion.class)
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
