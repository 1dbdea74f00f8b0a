package health.vigil.json;

import java.util.Optional;

/// The characters that a text may contain: those that the database and UTF-8 store unchanged.
public final class Texts {
    public static final String UNSTORABLE = "holds a character that cannot be stored";

    private Texts() {}

    /// Checks a text, and notes a violation at its location.
    public static Optional<String> check(String text, int longest, Location location) {
        if (text.isEmpty()) {
            return location.refuse("is empty");
        }
        if (text.codePointCount(0, text.length()) > longest) {
            return location.refuse("is longer than " + longest + " characters");
        }
        return storable(text) ? Optional.of(text) : location.refuse(UNSTORABLE);
    }

    /// Whether every character can be stored.
    public static boolean storable(String text) {
        return text.codePoints().noneMatch(Texts::unstorable);
    }

    /// NUL and unpaired surrogates.
    private static boolean unstorable(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }
}
