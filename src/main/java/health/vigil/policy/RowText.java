package health.vigil.policy;

import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertTable.Row;
import health.vigil.alert.Escalation;
import health.vigil.alert.Priority;
import health.vigil.observation.Word;
import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Parses a row of the alert table: `high 5m 10m 20m`, or `low 2h settles 10m`.
final class RowText {
    private static final String SETTLES = "settles";

    private RowText() {}

    static AlertRule rule(String name) {
        return Word.of(AlertRule.class, name)
                .orElseThrow(() -> new IllegalArgumentException("vigil.alert-rules names the unknown rule " + name));
    }

    static Row read(String name, String text) {
        var words = Arrays.stream(text.trim().split("[\\s,]+")).toList();
        var settles = words.indexOf(SETTLES);
        var steps = words.subList(1, settles < 0 ? words.size() : settles);
        try {
            return new Row(
                    Word.of(Priority.class, words.getFirst()).orElseThrow(),
                    new Escalation(steps.stream().map(RowText::duration).toList()),
                    settles < 0 ? Duration.ZERO : duration(only(words.subList(settles + 1, words.size()))));
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(
                    "vigil.alert-rules." + name + " is \"" + text
                            + "\": a priority, steps, and \"settles\" with a time",
                    unreadable);
        }
    }

    private static Duration duration(String text) {
        return DurationConverter.parseDuration(text);
    }

    private static String only(List<String> words) {
        if (words.size() != 1) {
            throw new IllegalArgumentException(words.toString());
        }
        return words.getFirst();
    }
}
