package health.vigil.hl7;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The character set of a message, from MSH-18. It is never guessed.
final class Hl7Charset {
    private static final Pattern LATIN = Pattern.compile("(?:ISO[- ]?)?8859[/-](1|2|3|4|5|6|7|8|9|15)");
    private static final List<String> UTF_8 = List.of("UNICODE UTF-8", "UTF-8", "UTF8");
    private static final String JAPANESE = "ISO IR87";
    private static final int FIELD = 18;

    private Hl7Charset() {}

    /// The result of looking for it.
    sealed interface FoundCharset {
        record Known(Charset charset) implements FoundCharset {}

        /// The message names one that is not known here.
        record UnknownCharset() implements FoundCharset {}
    }

    /// The character set of the bytes of a message.
    ///
    /// @param usual that of messages which name none
    static FoundCharset of(byte[] message, Optional<Charset> usual) {
        var names = names(message);
        if (names.stream().allMatch(String::isEmpty)) {
            return new FoundCharset.Known(usual.orElse(StandardCharsets.US_ASCII));
        }
        if (names.getFirst().isEmpty() && names.contains(JAPANESE)) {
            return known(JAPANESE);
        }
        return known(names.getFirst());
    }

    private static FoundCharset known(String name) {
        return charset(name).<FoundCharset>map(FoundCharset.Known::new).orElseGet(FoundCharset.UnknownCharset::new);
    }

    private static Optional<Charset> charset(String name) {
        var latin = LATIN.matcher(name);
        if (latin.matches()) {
            return Optional.of(Charset.forName("ISO-8859-" + latin.group(1)));
        }
        if (UTF_8.contains(name)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        return switch (name) {
            case "ASCII", "" -> Optional.of(StandardCharsets.US_ASCII);
            case JAPANESE -> Optional.of(Charset.forName("ISO-2022-JP"));
            case "GB 18030-2000" -> Optional.of(Charset.forName("GB18030"));
            default -> Optional.empty();
        };
    }

    /// The names in MSH-18, which are ASCII in every character set that is known here.
    private static List<String> names(byte[] message) {
        var header = new String(message, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .stripLeading();
        return Er7Delimiters.of(header)
                .map(delimiters -> {
                    var fields = Er7Segment.split(header, delimiters.field());
                    var field = FIELD - 1 < fields.size() ? fields.get(FIELD - 1) : "";
                    return Er7Segment.split(field, delimiters.repetition()).stream()
                            .map(name -> name.strip().toUpperCase(Locale.ROOT))
                            .toList();
                })
                .orElse(List.of(""));
    }
}
