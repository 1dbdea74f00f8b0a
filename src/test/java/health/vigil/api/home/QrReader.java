package health.vigil.api.home;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/// Reads QR codes as a phone does, with a library that the service does not use.
public final class QrReader {
    private static final Pattern COMMAND = Pattern.compile("([Mhvz])(-?\\d+)?(?: (\\d+))?");
    private static final int QUIET = 4;
    private static final int PIXELS = 8;

    private QrReader() {}

    /// What a code in a picture says.
    public static String read(byte[] png) throws IOException, ReaderException {
        return read(ImageIO.read(new ByteArrayInputStream(png))).getText();
    }

    /// What path data say, drawn black on white with a quiet zone.
    static Result read(int modules, String path) throws ReaderException {
        int side = (modules + 2 * QUIET) * PIXELS;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(Color.BLACK);
        pen.scale(PIXELS, PIXELS);
        pen.translate(QUIET, QUIET);
        pen.fill(shape(path));
        pen.dispose();
        return read(image);
    }

    private static Path2D shape(String path) {
        var shape = new Path2D.Double();
        int read = 0;
        var commands = COMMAND.matcher(path);
        while (commands.find() && commands.start() == read) {
            read = commands.end();
            switch (commands.group(1)) {
                case "M" -> shape.moveTo(number(commands.group(2)), number(commands.group(3)));
                case "h" ->
                    shape.lineTo(
                            shape.getCurrentPoint().getX() + number(commands.group(2)),
                            shape.getCurrentPoint().getY());
                case "v" ->
                    shape.lineTo(
                            shape.getCurrentPoint().getX(),
                            shape.getCurrentPoint().getY() + number(commands.group(2)));
                default -> shape.closePath();
            }
        }
        if (read != path.length()) {
            throw new IllegalArgumentException("No path data: " + path.substring(read));
        }
        return shape;
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static Result read(BufferedImage image) throws ReaderException {
        int width = image.getWidth();
        int height = image.getHeight();
        var pixels = image.getRGB(0, 0, width, height, null, 0, width);
        var source = new RGBLuminanceSource(width, height, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true));
    }
}
