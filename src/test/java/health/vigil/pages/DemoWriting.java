package health.vigil.pages;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;

/// A handwritten line as a tablet sends it: first steady, later shaky.
final class DemoWriting {
    static final String STEADY = line(0);
    static final String SHAKY = line(9);
    private static final int SEED = 7;

    private DemoWriting() {}

    private static String line(int tremor) {
        var random = new Random(SEED);
        var image = new BufferedImage(300, 90, BufferedImage.TYPE_BYTE_GRAY);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 300, 90);
        pen.setColor(Color.BLACK);
        pen.setStroke(new BasicStroke(2.5f));
        var path = new Path2D.Double();
        path.moveTo(10, 50);
        for (int x = 10; x < 290; x += 3) {
            path.lineTo(x, 50 + 18 * Math.sin(x / 7.0) * Math.cos(x / 31.0) + random.nextGaussian() * tremor);
        }
        pen.draw(path);
        return dataUrl(image);
    }

    private static String dataUrl(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
