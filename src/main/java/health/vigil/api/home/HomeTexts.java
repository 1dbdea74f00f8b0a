package health.vigil.api.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The texts of one language, in the order of their file.
final class HomeTexts {
    private static final String COMMENT = "#";
    private static final String SEPARATOR = " = ";
    private static final Pattern WORD = Pattern.compile("\\{([A-Za-z0-9]+)}");

    private final Map<String, String> texts;

    private HomeTexts(Map<String, String> texts) {
        this.texts = texts;
    }

    /// @throws IllegalStateException if a line of the file is no entry
    static HomeTexts of(HomeLanguage language) {
        var name = "/home/" + language.word() + ".txt";
        try (var file = Objects.requireNonNull(HomeTexts.class.getResourceAsStream(name), name)) {
            var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith(COMMENT))
                    .toList();
            return new HomeTexts(read(lines));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> read(List<String> lines) {
        var texts = new LinkedHashMap<String, String>();
        for (var line : lines) {
            int end = line.indexOf(SEPARATOR);
            if (end < 1 || texts.put(line.substring(0, end), line.substring(end + SEPARATOR.length())) != null) {
                throw new IllegalStateException("No entry, or one of the same name: " + line);
            }
        }
        return texts;
    }

    Map<String, String> all() {
        return Map.copyOf(texts);
    }

    /// A text with its words filled in; empty if a word has no value.
    Optional<String> text(String name, Map<String, String> words) {
        var text = Objects.requireNonNull(texts.get(name), name);
        var complete = WORD.matcher(text).results().allMatch(found -> words.containsKey(found.group(1)));
        return complete
                ? Optional.of(WORD.matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(words.getOrDefault(found.group(1), ""))))
                : Optional.empty();
    }

    /// The texts whose names begin with a prefix, except for the title. Those that lack a word are left out.
    List<String> texts(String prefix, Map<String, String> words) {
        return texts.keySet().stream()
                .filter(name -> name.startsWith(prefix + ".") && !name.endsWith(".title"))
                .flatMap(name -> text(name, words).stream())
                .toList();
    }
}
