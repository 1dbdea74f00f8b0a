package health.vigil.grading;

import health.vigil.observation.Word;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// How the reasons spell numbers and words.
final class Sentences {
    private Sentences() {}

    static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    static String length(Duration duration) {
        if (duration.toMinutes() % 60 != 0) {
            return duration.toMinutes() + " min";
        }
        return duration.toHours() + " h";
    }

    static String words(Word word) {
        return word.word().replace('-', ' ');
    }

    /// "a", "a and b", "a, b and c".
    static String list(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    static String capitalised(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
