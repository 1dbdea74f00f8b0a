package health.vigil.simulation;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.Deflater;

/// A picture in shades of grey, white at first. It is written without the desktop classes of Java, which a server
/// may lack.
final class GreyPicture {
    private static final byte[] PNG = {(byte) 137, 'P', 'N', 'G', '\r', '\n', 26, '\n'};
    private static final byte BITS = 8;
    private static final int WHITE = 255;

    private final int width;
    private final int height;
    /// Row by row; each row begins with its filter, which is 0.
    private final byte[] rows;

    GreyPicture(int width, int height) {
        this.width = width;
        this.height = height;
        rows = new byte[(width + 1) * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                rows[place(x, y)] = (byte) WHITE;
            }
        }
    }

    private int place(int x, int y) {
        return y * (width + 1) + 1 + x;
    }

    /// Draws a black line with soft edges. What is outside the picture is left out.
    ///
    /// @param pen half of the line's width in pixels
    void line(double fromX, double fromY, double toX, double toY, double pen) {
        var left = (int) Math.max(0, Math.min(fromX, toX) - pen - 1);
        var right = (int) Math.min(width - 1.0, Math.max(fromX, toX) + pen + 1);
        var top = (int) Math.max(0, Math.min(fromY, toY) - pen - 1);
        var bottom = (int) Math.min(height - 1.0, Math.max(fromY, toY) + pen + 1);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                ink(x, y, pen + 0.5 - distance(x, y, fromX, fromY, toX, toY));
            }
        }
    }

    private void ink(int x, int y, double cover) {
        var shade = (int) Math.round(WHITE * (1 - Math.clamp(cover, 0, 1)));
        rows[place(x, y)] = (byte) Math.min(shade, Byte.toUnsignedInt(rows[place(x, y)]));
    }

    /// Of a point from a segment.
    private static double distance(double x, double y, double fromX, double fromY, double toX, double toY) {
        var alongX = toX - fromX;
        var alongY = toY - fromY;
        var length = alongX * alongX + alongY * alongY;
        var share = length == 0 ? 0 : Math.clamp(((x - fromX) * alongX + (y - fromY) * alongY) / length, 0, 1);
        return Math.hypot(x - fromX - share * alongX, y - fromY - share * alongY);
    }

    /// The picture as the data URL of a PNG.
    String dataUrl() {
        var header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(BITS)
                .put(new byte[4])
                .array();
        var file = new ByteArrayOutputStream();
        file.writeBytes(PNG);
        file.writeBytes(PngChunk.bytes("IHDR", header));
        file.writeBytes(PngChunk.bytes("IDAT", deflated()));
        file.writeBytes(PngChunk.bytes("IEND", new byte[0]));
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(file.toByteArray());
    }

    private byte[] deflated() {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(rows);
            deflater.finish();
            var packed = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }
}
