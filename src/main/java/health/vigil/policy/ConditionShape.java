package health.vigil.policy;

import health.vigil.context.AskableItem;
import health.vigil.context.ContextPolicy;
import health.vigil.grading.Flag;
import health.vigil.grading.Grade;
import health.vigil.grading.Syndrome;
import health.vigil.json.Fields;
import health.vigil.json.Location;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Component;
import health.vigil.observation.Drug;
import health.vigil.observation.Finding;
import health.vigil.observation.Word;
import health.vigil.protocol.AgeRange;
import health.vigil.protocol.ComponentRequirement;
import health.vigil.protocol.DayWindow;
import health.vigil.protocol.DoseCount;
import health.vigil.protocol.DoseCount.DoseStart;
import health.vigil.protocol.DoseRequirement;
import health.vigil.protocol.FeverDuration;
import health.vigil.protocol.FindingRequirement;
import health.vigil.protocol.FlagRequirement;
import health.vigil.protocol.GradeDuration;
import health.vigil.protocol.GradeRange;
import health.vigil.protocol.ItemRequirement;
import health.vigil.protocol.ItemSign;
import health.vigil.protocol.ProductRequirement;
import health.vigil.protocol.Requirement;
import health.vigil.protocol.UnknownGrade;
import health.vigil.protocol.WeightRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How the condition of a row is written: its parts all hold together, and of a list any one.
final class ConditionShape {
    private static final int LONGEST_PRODUCT = 200;
    private static final int MOST_HOURS = 8760;
    private static final int MOST_DOSES = 100;
    private static final BigDecimal HEAVIEST = new BigDecimal("700");

    private static final Shape<Integer> GRADE = Shapes.count(0, GradeRange.HIGHEST);
    private static final Shape<Integer> HOURS = Shapes.count(1, MOST_HOURS);
    private static final Shape<Integer> DAY = Shapes.count(0, DayWindow.LAST);
    private static final Shape<Integer> AGE = Shapes.count(0, AgeRange.OLDEST);
    private static final Shape<Integer> DOSES = Shapes.count(0, MOST_DOSES);
    private static final Shape<BigDecimal> WEIGHT = Shapes.number()
            .where(
                    weight -> weight.signum() > 0 && weight.compareTo(HEAVIEST) <= 0,
                    "must be a weight in kg, above 0 and up to 700");
    private static final Shape<Flag> FLAG = Shapes.map(
            Shapes.string().where(word -> flag(word).isPresent(), "is not a flag"),
            word -> flag(word).orElseThrow());

    private final ContextPolicy context;

    ConditionShape(ContextPolicy context) {
        this.context = context;
    }

    Shape<List<Requirement>> shape() {
        return Fields.object(this::condition);
    }

    private Optional<List<Requirement>> condition(Fields fields) {
        var parts = new ArrayList<Requirement>();
        fields.may("crs", grades(Syndrome.CRS)).ifPresent(parts::add);
        fields.may("icans", grades(Syndrome.ICANS)).ifPresent(parts::add);
        fields.may("unknown", wordOrWords(Syndrome.class))
                .map(UnknownGrade::new)
                .ifPresent(parts::add);
        fields.may("flagsAny", set(FLAG)).ifPresent(any -> parts.add(new FlagRequirement(any, true)));
        fields.may("flagsNone", set(FLAG)).ifPresent(none -> parts.add(new FlagRequirement(none, false)));
        fields.may("componentsAny", words(Component.class))
                .ifPresent(any -> parts.add(new ComponentRequirement(any, true)));
        fields.may("componentsNone", words(Component.class))
                .ifPresent(none -> parts.add(new ComponentRequirement(none, false)));
        fields.may("findingsAny", words(Finding.class)).ifPresent(any -> parts.add(new FindingRequirement(any, true)));
        fields.may("findingsNone", words(Finding.class))
                .ifPresent(none -> parts.add(new FindingRequirement(none, false)));
        fields.may("products", list(Shapes.sentence(LONGEST_PRODUCT)))
                .map(ProductRequirement::new)
                .ifPresent(parts::add);
        ages(fields).ifPresent(parts::add);
        weights(fields).ifPresent(parts::add);
        days(fields).ifPresent(parts::add);
        fields.may("context", list(Fields.object(this::sign)))
                .map(ItemRequirement::new)
                .ifPresent(parts::add);
        fields.may("lasted", Fields.object(ConditionShape::lasted)).ifPresent(parts::add);
        fields.may("given", list(Fields.object(ConditionShape::doses)))
                .ifPresent(any -> parts.add(new DoseRequirement(any, true)));
        fields.may("notGiven", list(Fields.object(ConditionShape::doses)))
                .ifPresent(none -> parts.add(new DoseRequirement(none, false)));
        fields.refuseUnknown();
        return Optional.of(parts);
    }

    private static Shape<GradeRange> grades(Syndrome syndrome) {
        return Fields.object(fields -> {
            var min = fields.may("min", GRADE);
            var max = fields.may("max", GRADE);
            fields.refuseUnknown();
            return inOrder(fields.place(), min, max, "min", "max")
                    ? Optional.of(new GradeRange(syndrome, min.orElse(0), max.orElse(GradeRange.HIGHEST)))
                    : Optional.empty();
        });
    }

    /// Whether a range has a limit, and its limits are in order.
    private static <N extends Comparable<N>> boolean inOrder(
            Location place, Optional<N> low, Optional<N> high, String lowName, String highName) {
        if (low.isEmpty() && high.isEmpty()) {
            place.refuse("needs " + lowName + " or " + highName);
            return false;
        }
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
            place.refuse(lowName + " is above " + highName);
            return false;
        }
        return true;
    }

    private static Optional<Requirement> ages(Fields fields) {
        var from = fields.may("ageFrom", AGE);
        var to = fields.may("ageTo", AGE);
        return limited(fields, from, to, "ageFrom", "ageTo")
                ? Optional.of(new AgeRange(from.orElse(0), to.orElse(AgeRange.OLDEST)))
                : Optional.empty();
    }

    private static Optional<Requirement> weights(Fields fields) {
        var from = fields.may("weightFrom", WEIGHT);
        var to = fields.may("weightTo", WEIGHT);
        return limited(fields, from, to, "weightFrom", "weightTo")
                ? Optional.of(new WeightRange(from, to))
                : Optional.empty();
    }

    private static Optional<Requirement> days(Fields fields) {
        var from = fields.may("dayFrom", DAY);
        var to = fields.may("dayTo", DAY);
        return limited(fields, from, to, "dayFrom", "dayTo")
                ? Optional.of(new DayWindow(from.orElse(0), to.orElse(DayWindow.LAST)))
                : Optional.empty();
    }

    /// Whether there is a range at all, with its limits in order.
    private static <N extends Comparable<N>> boolean limited(
            Fields fields, Optional<N> low, Optional<N> high, String lowName, String highName) {
        return (low.isPresent() || high.isPresent()) && inOrder(fields.at(lowName), low, high, lowName, highName);
    }

    private Optional<ItemSign> sign(Fields fields) {
        var item = fields.need(
                "item",
                Shapes.word(AskableItem.class)
                        .where(word -> word.shown(context), "is not shown: set vigil.context.hscore"));
        var band = fields.may("band", Shapes.string());
        var gradeMin = fields.may("gradeMin", GRADE);
        fields.refuseUnknown();
        return item.filter(word -> asks(fields, word, band, gradeMin)).map(word -> new ItemSign(word, band, gradeMin));
    }

    /// Whether a row may ask this of an item.
    private static boolean asks(Fields fields, AskableItem item, Optional<String> band, Optional<Integer> gradeMin) {
        if (band.isPresent() && gradeMin.isPresent()) {
            return refused(fields.place(), "needs band or gradeMin, not both");
        }
        if (band.isPresent() && !item.bands().contains(band.get())) {
            return refused(
                    fields.at("band"),
                    item.bands().isEmpty()
                            ? "does not exist: " + item.word() + " has no bands"
                            : "must be one of " + String.join(", ", item.bands()));
        }
        if (gradeMin.isPresent() && !item.graded()) {
            return refused(fields.at("gradeMin"), "does not exist: " + item.word() + " has no grade");
        }
        return band.isPresent()
                || gradeMin.isPresent()
                || item.fact()
                || refused(fields.place(), "needs a band or gradeMin for " + item.word());
    }

    private static boolean refused(Location place, String message) {
        place.refuse(message);
        return false;
    }

    private enum DurationOf implements Word {
        CRS,
        ICANS,
        FEVER
    }

    private static Optional<Requirement> lasted(Fields fields) {
        var of = fields.need("of", Shapes.word(DurationOf.class));
        var hours = fields.need("hours", HOURS).map(Duration::ofHours);
        var at = of.filter(DurationOf.FEVER::equals).isPresent() ? Optional.<Integer>empty() : fields.need("at", GRADE);
        fields.refuseUnknown();
        return of.flatMap(sign -> hours.flatMap(least -> switch (sign) {
            case CRS -> at.map(grade -> new GradeDuration(Syndrome.CRS, Grade.of(grade), least));
            case ICANS -> at.map(grade -> new GradeDuration(Syndrome.ICANS, Grade.of(grade), least));
            case FEVER -> Optional.of(new FeverDuration(least));
        }));
    }

    /// Without a number at least one dose is meant.
    private static Optional<DoseCount> doses(Fields fields) {
        var drug = fields.need("drug", Shapes.word(Drug.class));
        var atLeast = fields.may("atLeast", DOSES);
        var atMost = fields.may("atMost", DOSES);
        var within = fields.may("within", HOURS).map(Duration::ofHours);
        var since = fields.may("since", Shapes.word(DoseStart.class)).orElse(DoseStart.INFUSION);
        fields.refuseUnknown();
        if (atLeast.isPresent() && atMost.isPresent() && atLeast.get() > atMost.get()) {
            return fields.place().refuse("atLeast is above atMost");
        }
        return drug.map(name -> new DoseCount(
                name, atLeast.orElse(atMost.isPresent() ? 0 : 1), atMost.orElse(DoseCount.UNLIMITED), within, since));
    }

    private static Optional<Flag> flag(String word) {
        return Arrays.stream(Flag.values())
                .filter(flag -> flag.word().equals(word))
                .findFirst();
    }

    private static <T> Shape<List<T>> list(Shape<T> item) {
        return Shapes.list(item).where(all -> !all.isEmpty(), "is empty");
    }

    private static <T> Shape<Set<T>> set(Shape<T> item) {
        return Shapes.map(list(item), LinkedHashSet::new);
    }

    static <W extends Enum<W> & Word> Shape<Set<W>> words(Class<W> words) {
        return set(Shapes.word(words));
    }

    private static <W extends Enum<W> & Word> Shape<Set<W>> wordOrWords(Class<W> words) {
        var one = Shapes.word(words);
        return (value, location) -> value.isArray()
                ? words(words).read(value, location)
                : one.read(value, location).map(Set::of);
    }
}
