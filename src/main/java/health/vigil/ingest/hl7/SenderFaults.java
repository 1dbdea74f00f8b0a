package health.vigil.ingest.hl7;

import health.vigil.observation.Word;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Collects the faults of the settings. Each names its key.
final class SenderFaults {
    private static final String SENDERS = "vigil.hl7.senders.";

    private final List<String> faults = new ArrayList<>();

    /// @param sentence begins with the key
    void add(String sentence) {
        faults.add(sentence);
    }

    void add(String sender, String key, String fault) {
        add(SENDERS + sender + "." + key + " " + fault);
    }

    /// The word of a closed set; absent, with a fault, if it is none of them.
    <W extends Enum<W> & Word> Optional<W> word(String sender, String key, Class<W> words, String text) {
        var word = Word.of(words, text);
        if (word.isEmpty()) {
            add(sender, key, "must be one of " + all(words));
        }
        return word;
    }

    private static <W extends Enum<W> & Word> String all(Class<W> words) {
        return Arrays.stream(words.getEnumConstants()).map(Word::word).collect(Collectors.joining(", "));
    }

    /// @throws ConfigurationException if there are any
    void check() {
        if (!faults.isEmpty()) {
            throw new ConfigurationException("Vigil does not start. " + String.join(". ", faults) + ".");
        }
    }
}
