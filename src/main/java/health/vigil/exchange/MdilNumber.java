package health.vigil.exchange;

import java.util.regex.Pattern;

/// The numbers of Philips monitors: partition and term in hexadecimal, `0002-4a05`, which is 150021.
final class MdilNumber {
    private static final Pattern FORM = Pattern.compile("(\\p{XDigit}{4})-(\\p{XDigit}{4})");
    private static final int TERMS = 65536;

    private MdilNumber() {}

    /// The same as a decimal number; any other text unchanged.
    static String decimal(String code) {
        var parts = FORM.matcher(code);
        return parts.matches()
                ? Integer.toString(Integer.parseInt(parts.group(1), 16) * TERMS + Integer.parseInt(parts.group(2), 16))
                : code;
    }
}
