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

/// CAR-HEMATOTOX: points from five values before lymphodepletion; low up to 1, high from 2 on. At a limit the higher
/// risk counts.
final class CarHematotox {
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final int FIRST_DAY = -10;
    private static final int LAST_DAY = -3;
    private static final int HIGH = 2;
    private static final List<Part> PARTS = List.of(
            new Part(Analyte.PLATELETS, 2, value -> points(value.atMost(limit("175")), value.below(limit("75")))),
            new Part(Analyte.NEUTROPHILS, 1, value -> points(value.atMost(limit("1.2")), Truth.NO)),
            new Part(Analyte.HAEMOGLOBIN, 1, value -> points(value.atMost(limit("9.0")), Truth.NO)),
            new Part(Analyte.CRP, 1, value -> points(value.atLeast(limit("30")), Truth.NO)),
            new Part(Analyte.FERRITIN, 2, value -> points(value.atLeast(limit("650")), value.above(limit("2000")))));

    /// @param most the most points that it gives
    /// @param points absent where a bound does not decide
    private record Part(Analyte analyte, int most, Function<Amount, OptionalInt> points) {}

    private CarHematotox() {}

    static ContextItem of(Bedside bedside) {
        var answer = new Answer(Score.CAR_HEMATOTOX);
        int points = 0;
        int most = 0;
        for (var part : PARTS) {
            var found = found(answer, bedside, part);
            points += found.orElse(0);
            most += found.orElse(part.most());
        }
        conclude(answer, points, most);
        if (!madeFor(bedside.situation().product())) {
            answer.note("not made for this product");
        }
        return answer.item();
    }

    private static OptionalInt found(Answer answer, Bedside bedside, Part part) {
        var lab = bedside.labs().last(part.analyte(), before(bedside));
        lab.ifPresent(answer::input);
        var found = lab.map(Lab::amount).map(part.points()).orElse(OptionalInt.empty());
        if (found.isEmpty()) {
            answer.missing(part.analyte().word());
            bedside.labs().leftOut(part.analyte()).forEach(answer::note);
        } else {
            answer.number(part.analyte().word(), found.getAsInt());
        }
        return found;
    }

    private static void conclude(Answer answer, int points, int most) {
        if (answer.complete()) {
            answer.value(BigDecimal.valueOf(points));
        } else {
            answer.atLeast(points).reason(answer.missed() + ", in the week before lymphodepletion");
        }
        if (points >= HIGH) {
            answer.band("high");
        } else if (most < HIGH) {
            answer.band("low");
        }
    }

    private static Predicate<Lab> before(Bedside bedside) {
        var first = bedside.situation().lymphodepletionAt();
        return first.<Predicate<Lab>>map(
                        dose -> lab -> lab.at().isBefore(dose) && !lab.at().isBefore(dose.minus(WINDOW)))
                .orElse(lab -> bedside.days().of(lab.at()) >= FIRST_DAY
                        && bedside.days().of(lab.at()) <= LAST_DAY);
    }

    /// Each that holds is a point; the second holds only where the first does.
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
