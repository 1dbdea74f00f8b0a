package health.vigil.hl7;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// Escape sequences in texts. A sign that begins no sequence stays as it is.
///
/// @param charset the character set of the message, for hexadecimal sequences
record Er7Escapes(Er7Delimiters delimiters, Charset charset) {
    private static final Pattern HEX = Pattern.compile("X(?:\\p{XDigit}{2})+");
    private static final int LONGEST = 64;

    String unescaped(String text) {
        return delimiters.escape().map(sign -> unescaped(text, sign)).orElse(text);
    }

    private String unescaped(String text, char sign) {
        if (text.indexOf(sign) < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int end = text.charAt(at) == sign ? text.indexOf(sign, at + 1) : -1;
            var meaning =
                    end < 0 || end - at > LONGEST ? Optional.<String>empty() : meaning(text.substring(at + 1, end));
            if (meaning.isPresent()) {
                plain.append(meaning.get());
                at = end + 1;
            } else {
                plain.append(text.charAt(at++));
            }
        }
        return plain.toString();
    }

    private Optional<String> meaning(String sequence) {
        return switch (sequence) {
            case "F" -> Optional.of(Character.toString(delimiters.field()));
            case "S" -> Optional.of(Character.toString(delimiters.component()));
            case "T" -> Optional.of(Character.toString(delimiters.subcomponent()));
            case "R" -> Optional.of(Character.toString(delimiters.repetition()));
            case "E" -> delimiters.escape().map(String::valueOf);
            case "P" -> Optional.of("#");
            case ".br" -> Optional.of("\n");
            // Highlighting begins or ends.
            case "H", "N" -> Optional.of("");
            default -> HEX.matcher(sequence).matches() ? hexadecimal(sequence.substring(1)) : Optional.empty();
        };
    }

    /// Bytes of the message's character set. Some systems write the number of a character instead: `\X00E0\`.
    private Optional<String> hexadecimal(String digits) {
        var bytes = HexFormat.of().parseHex(digits);
        return decoded(bytes)
                .filter(text -> text.chars().noneMatch(sign -> sign == 0))
                .or(() -> number(digits));
    }

    private Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> number(String digits) {
        if (digits.length() > 6) {
            return Optional.empty();
        }
        int character = Integer.parseInt(digits, 16);
        return character > 0 && Character.isDefined(character) && !surrogate(character)
                ? Optional.of(Character.toString(character))
                : Optional.empty();
    }

    private static boolean surrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    /// A text for a message with the usual delimiters. Line breaks would begin a segment, so they are escaped,
    /// too.
    static String escaped(String text) {
        var safe = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            switch (text.charAt(index)) {
                case '\\' -> safe.append("\\E\\");
                case '|' -> safe.append("\\F\\");
                case '^' -> safe.append("\\S\\");
                case '&' -> safe.append("\\T\\");
                case '~' -> safe.append("\\R\\");
                case '\r', '\n' -> safe.append("\\.br\\");
                default -> safe.append(text.charAt(index));
            }
        }
        return safe.toString();
    }
}
