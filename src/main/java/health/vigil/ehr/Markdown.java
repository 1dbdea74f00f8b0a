package health.vigil.ehr;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Escapes text for Markdown. Some sentences repeat what people typed, which must not become a link or an image.
final class Markdown {
    private static final Pattern SPACE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<|~&@]");

    /// What becomes a link without any sign of Markdown.
    private static final Pattern ADDRESS = Pattern.compile("(?i)(\\bwww)(\\.)|(\\b[a-z]+)(://)");

    private Markdown() {}

    /// The text on one line, as it reads.
    static String escape(String text) {
        var marked = SPECIAL.matcher(plain(text)).replaceAll("\\\\$0");
        return ADDRESS.matcher(marked).replaceAll(found -> Matcher.quoteReplacement(separated(found)));
    }

    private static String separated(MatchResult found) {
        return found.group(1) == null ? found.group(3) + "\\" + found.group(4) : found.group(1) + "\\" + found.group(2);
    }

    /// The text on one line without control characters.
    static String plain(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}
