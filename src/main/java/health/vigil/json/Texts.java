package health.vigil.json;

import java.util.Optional;

/// What a text may hold: whatever the database and UTF-8 can keep without changing it.
final class Texts {
    private Texts() {}

    static Optional<String> check(String text, int longest, Location location) {
        if (text.isEmpty()) {
            return location.refuse("is empty");
        }
        if (text.codePointCount(0, text.length()) > longest) {
            return location.refuse("is longer than " + longest + " characters");
        }
        return text.codePoints().anyMatch(Texts::unstorable)
                ? location.refuse("holds a character that cannot be stored")
                : Optional.of(text);
    }

    /// NUL, and half of a surrogate pair.
    private static boolean unstorable(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }
}
