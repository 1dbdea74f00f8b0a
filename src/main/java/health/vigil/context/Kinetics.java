package health.vigil.context;

import health.vigil.observation.Analyte;
import health.vigil.observation.Drug;
import health.vigil.observation.Medication;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How ferritin and CRP move: the newest value beside the one before it and beside the patient's own baseline.
final class Kinetics {
    private static final List<Analyte> READ = List.of(Analyte.FERRITIN, Analyte.CRP);
    private static final Duration SHORTEST = Duration.ofHours(6);
    private static final Duration LONGEST = Duration.ofDays(3);
    private static final Duration SUPPRESSED = Duration.ofDays(14);
    private static final double MILLIS_PER_HOUR = 3_600_000;

    private Kinetics() {}

    static List<ContextItem> all(Bedside bedside) {
        return READ.stream().map(analyte -> of(bedside, analyte)).toList();
    }

    private static ContextItem of(Bedside bedside, Analyte analyte) {
        var answer = new Answer(Score.KINETICS, Score.KINETICS.item() + "-" + analyte.word());
        suppressed(answer, bedside, analyte);
        bedside.labs().leftOut(analyte).forEach(answer::note);
        var values = bedside.labs().all(analyte);
        if (values.isEmpty()) {
            return answer.missing(analyte.word()).reason("no " + analyte.word()).item();
        }
        var newest = values.getLast();
        answer.input(newest);
        baseline(bedside, newest).ifPresent(own -> answer.number("foldBaseline", fold(own, newest)));
        if (values.size() < 2) {
            return answer.reason("one value only").item();
        }
        var before = values.get(values.size() - 2);
        answer.input(before);
        obstacle(before, newest).ifPresentOrElse(answer::reason, () -> move(answer, before, newest));
        return answer.item();
    }

    private static Optional<Lab> baseline(Bedside bedside, Lab newest) {
        return bedside.labs()
                .last(newest.analyte(), lab -> lab.at().isBefore(bedside.infusedAt()))
                .filter(own -> own.at().isBefore(newest.at()))
                .filter(own -> comparable(own, newest).isEmpty());
    }

    /// Why two values are not compared.
    private static Optional<String> obstacle(Lab before, Lab newest) {
        var apart = Duration.between(before.at(), newest.at());
        if (apart.compareTo(SHORTEST) < 0 || apart.compareTo(LONGEST) > 0) {
            return Optional.of("the last two values are not 6 to 72 h apart");
        }
        return comparable(before, newest);
    }

    private static Optional<String> comparable(Lab before, Lab newest) {
        if (!before.amount().exact() || !newest.amount().exact()) {
            return Optional.of("a value is told by a bound only");
        }
        if (!before.result().unit().equals(newest.result().unit())) {
            return Optional.of("the unit has changed");
        }
        if (!before.observation().id().sender().equals(newest.observation().id().sender())) {
            return Optional.of("the values come from two laboratories");
        }
        return before.value().signum() == 0 || newest.value().signum() == 0
                ? Optional.of("a value is 0")
                : Optional.empty();
    }

    private static BigDecimal fold(Lab before, Lab newest) {
        return newest.value().over(before.value()).rounded();
    }

    private static void move(Answer answer, Lab before, Lab newest) {
        var fold = newest.value().over(before.value());
        answer.value(fold.rounded()).number("foldLast", fold.rounded());
        int order = newest.value().compareTo(before.value());
        if (order != 0) {
            var hours = Duration.between(before.at(), newest.at()).toMillis() / MILLIS_PER_HOUR;
            var steps = Math.log(fold.approximately()) / Math.log(2);
            answer.number(order > 0 ? "doublingHours" : "halfTimeHours", rounded(Math.abs(hours / steps)));
        }
    }

    private static BigDecimal rounded(double hours) {
        return new BigDecimal(hours)
                .round(new MathContext(6, RoundingMode.HALF_UP))
                .setScale(1, RoundingMode.HALF_UP);
    }

    private static void suppressed(Answer answer, Bedside bedside, Analyte analyte) {
        var blocked = bedside.entries(Medication.class)
                .filter(entry -> entry.content().drug() == Drug.TOCILIZUMAB
                        || entry.content().drug() == Drug.SILTUXIMAB)
                .anyMatch(entry -> !bedside.at().isAfter(entry.at().plus(SUPPRESSED)));
        if (analyte == Analyte.CRP && blocked) {
            answer.note("CRP is suppressed: tocilizumab or siltuximab in the last 14 days");
        }
    }
}
