package health.vigil.intake.draft;

import java.util.Base64;
import java.util.List;

/// The written sentence of an ICE as a picture: a `data:` URL of a PNG or JPEG in base64. Formats that a browser
/// would execute are refused.
final class HandwritingImage {
    private static final int LONGEST = 200_000;
    private static final List<String> PREFIXES = List.of("data:image/png;base64,", "data:image/jpeg;base64,");

    static final FieldRule<String, String> RULE = FieldRule.text(LONGEST)
            .where(HandwritingImage::sound, "must be a data URL of a PNG or JPEG image in base64");

    private HandwritingImage() {}

    private static boolean sound(String url) {
        return PREFIXES.stream().filter(url::startsWith).anyMatch(prefix -> base64(url.substring(prefix.length())));
    }

    private static boolean base64(String text) {
        try {
            return Base64.getDecoder().decode(text).length > 0;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
