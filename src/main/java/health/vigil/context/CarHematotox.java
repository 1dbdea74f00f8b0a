package health.vigil.context;

import health.vigil.observation.Analyte;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
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
    /// @param points absent if a bound does not decide
    private record PointRule(Analyte analyte, int most, Function<Amount, OptionalInt> points) {}

    private CarHematotox() {}

    static ContextItem of(PatientState patient) {
        var item = new ItemBuilder(ItemKind.CAR_HEMATOTOX);
        int points = 0;
        int most = 0;
        for (var part : PARTS) {
            var found = points(item, patient, part);
            points += found.orElse(0);
            most += found.orElse(part.most());
        }
        conclude(item, points, most);
        if (!madeFor(patient.situation().product())) {
            item.note("not made for this product");
        }
        return item.build();
    }

    private static OptionalInt points(ItemBuilder item, PatientState patient, PointRule part) {
        var lab = patient.labs().last(part.analyte(), before(patient));
        lab.ifPresent(item::input);
        var found = lab.map(Lab::amount).map(part.points()).orElse(OptionalInt.empty());
        if (found.isEmpty()) {
            item.missing(part.analyte().word());
            patient.labs().leftOut(part.analyte()).forEach(item::note);
        } else {
            item.number(part.analyte().word(), found.getAsInt());
        }
        return found;
    }

    private static void conclude(ItemBuilder item, int points, int most) {
        if (item.complete()) {
            item.value(BigDecimal.valueOf(points));
        } else {
            item.atLeast(points).reason(item.missed() + ", in the week before lymphodepletion");
        }
        if (points >= HIGH) {
            item.band("high");
        } else if (most < HIGH) {
            item.band("low");
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
    private static OptionalInt points(Truth first, Truth second) {
        if (first == Truth.UNKNOWN || second == Truth.UNKNOWN) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((first.holds() ? 1 : 0) + (second.holds() ? 1 : 0));
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
