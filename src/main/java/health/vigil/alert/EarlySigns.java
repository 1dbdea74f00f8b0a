package health.vigil.alert;

import health.vigil.grading.FlagChange;
import health.vigil.observation.Content;
import health.vigil.observation.Finding;
import health.vigil.observation.HomeCheck;
import health.vigil.observation.HomeSign;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.Observation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The text for the flag of early neurological signs.
final class EarlySigns {
    private static final Set<Finding> OF_EXAMINATION = EnumSet.of(Finding.MYOCLONUS, Finding.HEADACHE);

    private EarlySigns() {}

    static String of(News news, FlagChange change) {
        return news.observed(change.cause())
                .map(observation -> signs(observation.content()))
                .filter(signs -> !signs.isEmpty())
                .orElse("Tremor, myoclonus, headache or a change of handwriting");
    }

    private static String signs(Content content) {
        var signs = Stream.<Optional<String>>empty();
        if (content instanceof NeuroCheck check) {
            signs = Stream.of(
                    check.tremor().filter(seen -> seen).map(_ -> "tremor"),
                    check.handwritingChange().filter(seen -> seen).map(_ -> "change of handwriting"));
        } else if (content instanceof NeuroFinding(var finding, var present) && present) {
            signs = Stream.of(Optional.of(finding.word().replace('-', ' ')));
        }
        return first(signs.flatMap(Optional::stream).collect(Collectors.joining(", ")));
    }

    /// Whether the signs that raised the flag were all told by a caregiver. At one instant several records may
    /// count, and the change names any of them as its cause.
    static boolean onlyAtHome(News news, FlagChange change) {
        var recorded = news.observations().stream()
                .filter(observation -> observation.effectiveAt().equals(change.at()))
                .map(Observation::content)
                .toList();
        return recorded.stream()
                        .anyMatch(content -> content instanceof HomeCheck check
                                && !check.signs().isEmpty())
                && recorded.stream().noneMatch(EarlySigns::isSign);
    }

    private static boolean isSign(Content content) {
        return content instanceof NeuroCheck check
                ? Stream.of(check.tremor(), check.handwritingChange()).anyMatch(seen -> seen.orElse(false))
                : content instanceof NeuroFinding(var finding, var present)
                        && present
                        && OF_EXAMINATION.contains(finding);
    }

    static String of(HomeCheck check) {
        return Arrays.stream(HomeSign.values())
                .filter(check.signs()::contains)
                .map(EarlySigns::words)
                .collect(Collectors.joining(", ", "Caregiver at home reports: ", " (not confirmed)"));
    }

    private static String words(HomeSign sign) {
        return switch (sign) {
            case CONFUSION -> "confusion";
            case SPEECH -> "trouble with speech";
            case WRITING -> "changed handwriting";
            case SHAKING -> "shaking";
            case DROWSINESS -> "drowsiness";
        };
    }

    private static String first(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
