package health.vigil.observation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A member of a closed set of words. In the API it is written in lower case with hyphens.
public interface Word {
    String name();

    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Other spellings that clients may send; responses never contain them.
    default List<String> synonyms() {
        return List.of();
    }

    /// The member of a set with this spelling, if there is one.
    static <W extends Enum<W> & Word> Optional<W> of(Class<W> words, String word) {
        return Arrays.stream(words.getEnumConstants())
                .filter(candidate ->
                        candidate.word().equals(word) || candidate.synonyms().contains(word))
                .findFirst();
    }
}
