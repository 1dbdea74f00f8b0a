package health.vigil.protocol;

import health.vigil.context.AskableItem;
import health.vigil.observation.Drug;
import health.vigil.observation.Word;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words the condition of a row in English. Each part is a sentence without a full stop.
final class ConditionText {
    private static final Set<String> ABBREVIATIONS = Set.of("crs", "icans", "ice", "capd", "wbc", "alt", "ast");
    private static final String OR = " or ";

    private ConditionText() {}

    /// All of these hold for a row that fits.
    static List<String> of(List<Requirement> when) {
        return when.isEmpty()
                ? List.of("Always: the row has no condition")
                : when.stream().map(ConditionText::sentence).toList();
    }

    private static String sentence(Requirement part) {
        var words = words(part);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String words(Requirement part) {
        return switch (part) {
            case GradeRange range -> name(range.syndrome()) + " grade " + words(range.limits(), "higher");
            case UnknownGrade unknown ->
                list(unknown.any().stream().sorted(), ConditionText::name) + " grade not known";
            case FlagRequirement flags -> either("flag", flags.up(), flags.any(), flag -> words(flag.word()));
            case ComponentRequirement components ->
                either("component that counts", components.counting(), components.any(), ConditionText::name);
            case FindingRequirement findings ->
                either("finding", findings.present(), findings.any(), ConditionText::name);
            case ProductRequirement products -> "product " + String.join(OR, products.any());
            case AgeRange range -> "age at the infusion in years: " + words(range.limits(), "more");
            case WeightRange range -> "newest weight in kg: " + words(range.limits(), "more");
            case DayWindow window -> "day after the infusion: " + words(window.limits(), "later");
            case GradeDuration lasted ->
                name(lasted.syndrome()) + " grade " + grade(lasted) + " for at least " + hours(lasted.least());
            case FeverDuration lasted -> "fever for at least " + hours(lasted.least());
            case DoseRequirement doses ->
                (doses.met() ? "" : "not: ") + list(doses.counts().stream(), ConditionText::doses);
            case ItemRequirement items -> list(items.any().stream(), ConditionText::sign);
        };
    }

    /// `flag: A or B`, `no flag: A or B`.
    private static <E extends Enum<E>> String either(
            String thing, boolean wanted, Set<E> members, Function<E, String> words) {
        return (wanted ? "" : "no ") + thing + ": " + list(members.stream().sorted(), words);
    }

    private static <T> String list(Stream<T> things, Function<T, String> words) {
        return things.map(words).collect(Collectors.joining(OR));
    }

    /// `0`, `2`, `1 to 3`, `2 or higher`, `up to 2`.
    private static String words(RangeLimits<?> limits, String above) {
        if (limits.from().isEmpty()) {
            return limits.to().map(to -> to.equals(0) ? "0" : "up to " + to).orElse("any");
        }
        var from = limits.from().get();
        return limits.to()
                .map(to -> from.equals(to) ? from.toString() : from + " to " + to)
                .orElse(from + OR + above);
    }

    private static String grade(GradeDuration lasted) {
        var number = lasted.grade().number();
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "not known";
    }

    private static String hours(Duration duration) {
        return duration.toHours() + " h";
    }

    /// `up to 3 doses of tocilizumab since the infusion`.
    private static String doses(DoseCount count) {
        var number = count.atMost() == 0 ? "no" : words(count.limits(), "more");
        var drug = count.drug() == Drug.OTHER ? "another drug" : count.drug().word();
        return number
                + (number.equals("1") || count.atMost() == 0 ? " dose of " : " doses of ")
                + drug
                + count.within().map(window -> " in the last " + hours(window)).orElse("")
                + switch (count.since()) {
                    case INFUSION -> " since the infusion";
                    case ONSET -> " since the onset of the course of CRS that is open";
                };
    }

    private static String sign(ItemSign sign) {
        var item = item(sign.item());
        return sign.band()
                .map(band -> item + " in the band \"" + band + "\"")
                .or(() -> sign.gradeMin().map(least -> item + " grade " + least + " or higher"))
                .orElse(item + " holds");
    }

    private static String item(AskableItem item) {
        return switch (item) {
            case IEC_HS -> "IEC-HS";
            case ICAHT_EARLY -> "early ICAHT (neutropenia)";
            case ICAHT_LATE -> "late ICAHT (neutropenia)";
            case ICAHT_PLATELETS_EARLY -> "early ICAHT (platelets)";
            case ICAHT_PLATELETS_LATE -> "late ICAHT (platelets)";
            case CAR_HEMATOTOX -> "CAR-HEMATOTOX";
            case HSCORE -> "HScore";
            case CTCAE_NEUTROPHILS,
                    CTCAE_PLATELETS,
                    CTCAE_WBC,
                    CTCAE_LYMPHOCYTES,
                    CTCAE_HAEMOGLOBIN,
                    CTCAE_ALT,
                    CTCAE_AST,
                    CTCAE_BILIRUBIN,
                    CTCAE_CREATININE,
                    CTCAE_FIBRINOGEN -> "CTCAE " + words(item.word().substring("ctcae-".length()));
            case FEBRILE_NEUTROPENIA -> "fever with neutropenia";
            case LATE_NEURO -> "late neurological signs";
        };
    }

    private static String name(Word word) {
        return words(word.word());
    }

    /// A word of the API as people write it; `attributed:fever` names its component.
    private static String words(String word) {
        return Arrays.stream(word.replace(":", ": ").split("-"))
                .map(part -> ABBREVIATIONS.contains(part) ? part.toUpperCase(Locale.ROOT) : part)
                .collect(Collectors.joining(" "));
    }
}
