package health.vigil.access;

import java.util.regex.Pattern;

/// The name of a ward. Names that differ only in letter case or in how much white space they hold are one ward.
public final class WardName {
    /// Every white space of Unicode: PostgreSQL and Java have shorter lists, each its own.
    private static final Pattern WHITE_SPACE = Pattern.compile(
            "[\\u0009-\\u000d\\u001c-\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+");

    private WardName() {}

    /// The name as it is kept: trimmed, with single spaces.
    public static String tidy(String name) {
        return WHITE_SPACE.matcher(name).replaceAll(" ").strip();
    }

    /// Whether two names are of one ward.
    public static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    /// The same for all names of one ward; `ward_fold` of the database is the same. Each character is folded alone: a
    /// sigma is one letter wherever it stands.
    public static String key(String name) {
        return tidy(name)
                .codePoints()
                .map(Character::toUpperCase)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
