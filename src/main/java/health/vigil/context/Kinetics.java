package health.vigil.context;

import health.vigil.laboratory.Lab;
import health.vigil.observation.Analyte;
import health.vigil.observation.Drug;
import health.vigil.observation.Medication;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The trend of ferritin and CRP: the newest value with the one before it and the patient's baseline.
final class Kinetics {
    private static final List<Analyte> READ = List.of(Analyte.FERRITIN, Analyte.CRP);
    private static final Duration SHORTEST = Duration.ofHours(6);
    private static final Duration LONGEST = Duration.ofDays(3);
    private static final Duration SUPPRESSED = Duration.ofDays(14);
    private static final double MILLIS_PER_HOUR = 3_600_000;

    private Kinetics() {}

    static List<ContextItem> all(PatientState patient) {
        return READ.stream().map(analyte -> of(patient, analyte)).toList();
    }

    private static ContextItem of(PatientState patient, Analyte analyte) {
        var item = new ItemBuilder(ItemKind.KINETICS, ItemKind.KINETICS.item() + "-" + analyte.word());
        suppressed(item, patient, analyte);
        patient.labs().leftOut(analyte).forEach(item::note);
        var values = patient.labs().all(analyte);
        if (values.isEmpty()) {
            return item.missing(analyte.word()).reason("no " + analyte.word()).build();
        }
        var newest = values.getLast();
        item.input(newest);
        baseline(patient, newest).ifPresent(own -> item.number("foldBaseline", fold(own, newest)));
        if (values.size() < 2) {
            return item.reason("one value only").build();
        }
        var before = values.get(values.size() - 2);
        item.input(before);
        obstacle(before, newest).ifPresentOrElse(item::reason, () -> move(item, before, newest));
        return item.build();
    }

    private static Optional<Lab> baseline(PatientState patient, Lab newest) {
        return patient.labs()
                .last(newest.analyte(), lab -> lab.at().isBefore(patient.infusedAt()))
                .filter(own -> own.at().isBefore(newest.at()))
                .filter(own -> comparable(own, newest).isEmpty());
    }

    /// Why two values cannot be compared.
    private static Optional<String> obstacle(Lab before, Lab newest) {
        var apart = Duration.between(before.at(), newest.at());
        if (apart.compareTo(SHORTEST) < 0 || apart.compareTo(LONGEST) > 0) {
            return Optional.of("the last two values are not 6 to 72 h apart");
        }
        return comparable(before, newest);
    }

    private static Optional<String> comparable(Lab before, Lab newest) {
        if (!before.amount().exact() || !newest.amount().exact()) {
            return Optional.of("a value is only a bound");
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

    private static void move(ItemBuilder item, Lab before, Lab newest) {
        var fold = newest.value().over(before.value());
        item.value(fold.rounded()).number("foldLast", fold.rounded());
        int order = newest.value().compareTo(before.value());
        if (order != 0) {
            var hours = Duration.between(before.at(), newest.at()).toMillis() / MILLIS_PER_HOUR;
            var steps = Math.log(fold.approximately()) / Math.log(2);
            item.number(order > 0 ? "doublingHours" : "halfTimeHours", rounded(Math.abs(hours / steps)));
        }
    }

    private static BigDecimal rounded(double hours) {
        return new BigDecimal(hours)
                .round(new MathContext(6, RoundingMode.HALF_UP))
                .setScale(1, RoundingMode.HALF_UP);
    }

    private static void suppressed(ItemBuilder item, PatientState patient, Analyte analyte) {
        var blocked = patient.entries(Medication.class)
                .filter(entry -> entry.content().drug() == Drug.TOCILIZUMAB
                        || entry.content().drug() == Drug.SILTUXIMAB)
                .anyMatch(entry -> !patient.at().isAfter(entry.at().plus(SUPPRESSED)));
        if (analyte == Analyte.CRP && blocked) {
            item.note("CRP is suppressed: tocilizumab or siltuximab in the last 14 days");
        }
    }
}
