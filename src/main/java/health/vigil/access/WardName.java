package health.vigil.access;

import java.util.regex.Pattern;

/// Ward names. Names that differ only in case or white space mean the same ward.
public final class WardName {
    /// All Unicode white space. PostgreSQL and Java each know fewer characters.
    private static final Pattern WHITE_SPACE = Pattern.compile(
            "[\\u0009-\\u000d\\u001c-\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+");

    private WardName() {}

    /// The name as it is stored: trimmed, with single spaces.
    public static String tidy(String name) {
        return WHITE_SPACE.matcher(name).replaceAll(" ").strip();
    }

    /// Whether two names mean the same ward.
    public static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    /// The key for comparing names, equal to `ward_fold` in the database. Each character is folded
    /// separately, so that a sigma folds the same anywhere in a word.
    public static String key(String name) {
        return tidy(name)
                .codePoints()
                .map(Character::toUpperCase)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
