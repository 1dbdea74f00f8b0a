package health.vigil.context;

import health.vigil.laboratory.Amount;
import health.vigil.laboratory.Lab;
import health.vigil.laboratory.Ratio;
import health.vigil.laboratory.Truth;
import health.vigil.observation.Analyte;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// CAR-HEMATOTOX: points from five values before lymphodepletion; low up to 1, high from 2 on. A value at a
/// limit counts as the higher risk.
final class CarHematotox {
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final int FIRST_DAY = -10;
    private static final int LAST_DAY = -3;
    private static final int HIGH = 2;
    private static final List<PointRule> PARTS = List.of(
            new PointRule(Analyte.PLATELETS, 2, value -> points(value.atMost(limit("175")), value.below(limit("75")))),
            new PointRule(Analyte.NEUTROPHILS, 1, value -> points(value.atMost(limit("1.2")), Truth.NO)),
            new PointRule(Analyte.HAEMOGLOBIN, 1, value -> points(value.atMost(limit("9.0")), Truth.NO)),
            new PointRule(Analyte.CRP, 1, value -> points(value.atLeast(limit("30")), Truth.NO)),
            new PointRule(
                    Analyte.FERRITIN, 2, value -> points(value.atLeast(limit("650")), value.above(limit("2000")))));

    /// @param most the most points of this part
    /// @param points the points of a value
    private record PointRule(Analyte analyte, int most, Function<Amount, NumberRange> points) {}

    private CarHematotox() {}

    static ContextItem of(PatientState patient) {
        var item = new ItemBuilder(ItemKind.CAR_HEMATOTOX);
        int least = 0;
        int most = 0;
        for (var part : PARTS) {
            var points = points(item, patient, part);
            least += points.least();
            most += points.most();
        }
        conclude(item, new NumberRange(least, most));
        if (!madeFor(patient.situation().product())) {
            item.note("not made for this product");
        }
        return item.build();
    }

    private static NumberRange points(ItemBuilder item, PatientState patient, PointRule part) {
        var lab = patient.labs().last(part.analyte(), before(patient));
        lab.ifPresent(item::input);
        var points = lab.map(Lab::amount).map(part.points()).orElse(new NumberRange(0, part.most()));
        if (points.known()) {
            item.number(part.analyte().word(), points.least());
        } else {
            item.missing(part.analyte().word());
            patient.labs().leftOut(part.analyte()).forEach(item::note);
        }
        return points;
    }

    private static void conclude(ItemBuilder item, NumberRange points) {
        if (points.known()) {
            item.value(BigDecimal.valueOf(points.least()));
        } else {
            item.atLeast(points.least()).reason(item.missed() + ", in the week before lymphodepletion");
        }
        if (points.least() >= HIGH) {
            band(item, "high");
        } else if (points.most() < HIGH) {
            band(item, "low");
        }
    }

    private static void band(ItemBuilder item, String band) {
        item.band(band);
        if (!item.complete()) {
            item.text(band + ", whatever the missing values are");
        }
    }

    private static Predicate<Lab> before(PatientState patient) {
        var first = patient.situation().lymphodepletionAt();
        return first.<Predicate<Lab>>map(
                        dose -> lab -> lab.at().isBefore(dose) && !lab.at().isBefore(dose.minus(WINDOW)))
                .orElse(lab -> patient.days().of(lab.at()) >= FIRST_DAY
                        && patient.days().of(lab.at()) <= LAST_DAY);
    }

    /// One point for each condition that holds; the second holds only if the first does.
    private static NumberRange points(Truth first, Truth second) {
        return new NumberRange(
                (int) Stream.of(first, second).filter(Truth::holds).count(), (int) Stream.of(first, second)
                        .filter(truth -> truth != Truth.NO)
                        .count());
    }

    private static Ratio limit(String value) {
        return Ratio.of(value);
    }

    private static boolean madeFor(Optional<String> product) {
        var name = product.orElse("").toLowerCase(Locale.ROOT);
        return Stream.of("axi-cel", "axicabtagene", "yescarta", "tisa-cel", "tisagenlecleucel", "kymriah")
                .anyMatch(name::contains);
    }
}
