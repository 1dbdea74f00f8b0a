package health.vigil.hl7;

import java.util.Optional;
import java.util.stream.IntStream;

/// The characters that separate the parts of a message, from MSH-1 and MSH-2.
///
/// @param escape absent if the message has no escape character
record Er7Delimiters(char field, char component, char repetition, Optional<Character> escape, char subcomponent) {
    static final Er7Delimiters USUAL = new Er7Delimiters('|', '^', '~', Optional.of('\\'), '&');

    private static final int LEAST = "MSH|^~\\&".length();

    /// The delimiters of a header segment; empty if there are none, or if one has two roles.
    static Optional<Er7Delimiters> of(String header) {
        if (header.length() < 4) {
            return Optional.empty();
        }
        char field = header.charAt(3);
        int end = header.indexOf(field, 4);
        var signs = header.substring(4, end < 0 ? header.length() : end);
        var all = field + signs;
        if (header.length() < LEAST - 1
                || signs.length() < 2
                || signs.length() > 5
                || all.chars().distinct().count() != all.length()
                || IntStream.range(0, all.length())
                        .anyMatch(index -> Character.isLetterOrDigit(all.charAt(index)) || all.charAt(index) <= ' ')) {
            return Optional.empty();
        }
        return Optional.of(new Er7Delimiters(
                field,
                signs.charAt(0),
                signs.charAt(1),
                signs.length() > 2 ? Optional.of(signs.charAt(2)) : Optional.empty(),
                signs.length() > 3 ? signs.charAt(3) : USUAL.subcomponent));
    }
}
