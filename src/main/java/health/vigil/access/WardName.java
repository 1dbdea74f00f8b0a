package health.vigil.access;

import java.util.Locale;
import java.util.regex.Pattern;

/// The name of a ward. Names that differ only in letter case or in how much white space they hold are one ward.
public final class WardName {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private WardName() {}

    /// The name as it is kept: trimmed, with single spaces.
    public static String tidy(String name) {
        return WHITE_SPACE.matcher(name.strip()).replaceAll(" ");
    }

    /// Whether two names are of one ward.
    public static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    /// The same for all names of one ward; `ward_key` of the database is the same.
    public static String key(String name) {
        return tidy(name).toLowerCase(Locale.ROOT);
    }
}
