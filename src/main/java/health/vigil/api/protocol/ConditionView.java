package health.vigil.api.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.grading.Flag;
import health.vigil.grading.Syndrome;
import health.vigil.observation.Word;
import health.vigil.protocol.AgeRange;
import health.vigil.protocol.ComponentRequirement;
import health.vigil.protocol.DayWindow;
import health.vigil.protocol.DoseCount;
import health.vigil.protocol.DoseRequirement;
import health.vigil.protocol.FeverDuration;
import health.vigil.protocol.FindingRequirement;
import health.vigil.protocol.FlagRequirement;
import health.vigil.protocol.GradeDuration;
import health.vigil.protocol.GradeRange;
import health.vigil.protocol.ItemRequirement;
import health.vigil.protocol.ItemSign;
import health.vigil.protocol.ProductRequirement;
import health.vigil.protocol.RangeLimits;
import health.vigil.protocol.Requirement;
import health.vigil.protocol.UnknownGrade;
import health.vigil.protocol.WeightRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// The condition of a row, as the hospital's file writes it. Parts that the file leaves out are absent.
///
/// @param weightFrom kg
/// @param weightTo kg
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ConditionView(
        Optional<GradesView> crs,
        Optional<GradesView> icans,
        List<String> unknown,
        List<String> flagsAny,
        List<String> flagsNone,
        List<String> componentsAny,
        List<String> componentsNone,
        List<String> findingsAny,
        List<String> findingsNone,
        List<String> products,
        Optional<Integer> ageFrom,
        Optional<Integer> ageTo,
        Optional<BigDecimal> weightFrom,
        Optional<BigDecimal> weightTo,
        Optional<Integer> dayFrom,
        Optional<Integer> dayTo,
        List<SignView> context,
        Optional<LastedView> lasted,
        List<DoseCountView> given,
        List<DoseCountView> notGiven) {
    static ConditionView of(List<Requirement> when) {
        var parts = new Parts(when);
        var age = parts.limits(AgeRange.class, AgeRange::limits);
        var weight = parts.limits(WeightRange.class, WeightRange::limits);
        var day = parts.limits(DayWindow.class, DayWindow::limits);
        return new ConditionView(
                parts.grades(Syndrome.CRS),
                parts.grades(Syndrome.ICANS),
                parts.list(UnknownGrade.class, _ -> true, part -> words(part.any())),
                parts.list(FlagRequirement.class, FlagRequirement::up, part -> flags(part.any())),
                parts.list(FlagRequirement.class, part -> !part.up(), part -> flags(part.any())),
                parts.list(ComponentRequirement.class, ComponentRequirement::counting, part -> words(part.any())),
                parts.list(ComponentRequirement.class, part -> !part.counting(), part -> words(part.any())),
                parts.list(FindingRequirement.class, FindingRequirement::present, part -> words(part.any())),
                parts.list(FindingRequirement.class, part -> !part.present(), part -> words(part.any())),
                parts.list(ProductRequirement.class, _ -> true, ProductRequirement::any),
                age.flatMap(RangeLimits::from),
                age.flatMap(RangeLimits::to),
                weight.flatMap(RangeLimits::from),
                weight.flatMap(RangeLimits::to),
                day.flatMap(RangeLimits::from),
                day.flatMap(RangeLimits::to),
                parts.list(ItemRequirement.class, _ -> true, part -> SignView.of(part.any())),
                parts.lasted(),
                parts.list(DoseRequirement.class, DoseRequirement::met, part -> DoseCountView.of(part.counts())),
                parts.list(DoseRequirement.class, part -> !part.met(), part -> DoseCountView.of(part.counts())));
    }

    private static <W extends Enum<W> & Word> List<String> words(Set<W> any) {
        return any.stream().sorted().map(Word::word).toList();
    }

    private static List<String> flags(Set<Flag> any) {
        return any.stream().sorted().map(Flag::word).toList();
    }

    /// The parts of a condition, by their types.
    private record Parts(List<Requirement> when) {
        private <R extends Requirement> Optional<R> one(Class<R> type, Predicate<R> chosen) {
            return when.stream()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .filter(chosen)
                    .findFirst();
        }

        private <R extends Requirement, T> List<T> list(
                Class<R> type, Predicate<R> chosen, Function<R, List<T>> members) {
            return one(type, chosen).map(members).orElse(List.of());
        }

        private <R extends Requirement, N> Optional<RangeLimits<N>> limits(
                Class<R> type, Function<R, RangeLimits<N>> limits) {
            return one(type, _ -> true).map(limits);
        }

        private Optional<GradesView> grades(Syndrome syndrome) {
            return one(GradeRange.class, range -> range.syndrome() == syndrome).map(GradesView::of);
        }

        private Optional<LastedView> lasted() {
            return one(GradeDuration.class, _ -> true)
                    .map(LastedView::of)
                    .or(() -> one(FeverDuration.class, _ -> true).map(LastedView::of));
        }
    }

    /// A range of grades.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record GradesView(Optional<Integer> min, Optional<Integer> max) {
        private static GradesView of(GradeRange range) {
            return new GradesView(range.limits().from(), range.limits().to());
        }
    }

    /// A band or a least grade of an item beside the grades; neither: the fact holds.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record SignView(String item, Optional<String> band, Optional<Integer> gradeMin) {
        private static List<SignView> of(List<ItemSign> any) {
            return any.stream()
                    .map(sign -> new SignView(sign.item().word(), sign.band(), sign.gradeMin()))
                    .toList();
        }
    }

    /// For how long a grade or a fever has to have lasted.
    ///
    /// @param at the grade; absent for a fever
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record LastedView(String of, Optional<Integer> at, long hours) {
        private static LastedView of(GradeDuration lasted) {
            var grade = lasted.grade().number().stream().boxed().findFirst();
            return new LastedView(
                    lasted.syndrome().word(), grade, lasted.least().toHours());
        }

        private static LastedView of(FeverDuration lasted) {
            return new LastedView("fever", Optional.empty(), lasted.least().toHours());
        }
    }

    /// A number of doses.
    ///
    /// @param within counts only doses of these last hours
    /// @param since `infusion`, or `onset` of the course of CRS that is open
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record DoseCountView(
            String drug, Optional<Integer> atLeast, Optional<Integer> atMost, Optional<Long> within, String since) {
        private static List<DoseCountView> of(List<DoseCount> counts) {
            return counts.stream().map(DoseCountView::of).toList();
        }

        private static DoseCountView of(DoseCount count) {
            return new DoseCountView(
                    count.drug().word(),
                    count.limits().from(),
                    count.limits().to(),
                    count.within().map(Duration::toHours),
                    count.since().word());
        }
    }
}
