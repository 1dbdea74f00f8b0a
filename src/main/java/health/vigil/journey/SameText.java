package health.vigil.journey;

import java.util.Locale;

/// Compares names and identifiers as people write them: without case, and with white space folded.
final class SameText {
    private SameText() {}

    static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    private static String key(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
