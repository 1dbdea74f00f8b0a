package health.vigil.api.home;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.util.Optional;

/// The address of the centre's page as a QR code. Draw the path black on white, with a quiet zone of 4 modules
/// around it.
///
/// @param title what the code is, in the language of the card
/// @param address what the code says
/// @param modules the modules of a side, without the quiet zone
/// @param path the dark modules as SVG path data; a module is 1 wide and 1 high
record CentreCode(String title, String address, int modules, String path) {
    /// The card sizes its modules for version 3, so a smaller code would be narrower than 18 mm.
    private static final int SMALLEST_VERSION = 3;

    /// The modules of a larger code would be too small on the card.
    private static final int LARGEST_VERSION = 10;

    private static final int ANY_MASK = -1;

    /// An address that is too long for the card has no code.
    static Optional<CentreCode> of(String title, String address) {
        try {
            var code = QrCode.encodeSegments(
                    QrSegment.makeSegments(address),
                    QrCode.Ecc.MEDIUM,
                    SMALLEST_VERSION,
                    LARGEST_VERSION,
                    ANY_MASK,
                    true);
            return Optional.of(new CentreCode(title, address, code.size, path(code)));
        } catch (DataTooLongException _) {
            return Optional.empty();
        }
    }

    private static String path(QrCode code) {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; ) {
                int width = run(code, x, y);
                if (code.getModule(x, y)) {
                    path.append('M').append(x).append(' ').append(y);
                    path.append('h').append(width).append("v1h-").append(width).append('z');
                }
                x += width;
            }
        }
        return path.toString();
    }

    /// How many modules of one colour follow each other in a row.
    private static int run(QrCode code, int x, int y) {
        int end = x + 1;
        while (end < code.size && code.getModule(end, y) == code.getModule(x, y)) {
            end++;
        }
        return end - x;
    }
}
