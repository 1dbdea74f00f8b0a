package health.vigil.simulation;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// The sentence that a simulated patient writes in an ICE check. The more the hand shakes, the less can be read.
public final class Handwriting {
    private static final String SENTENCE = "Today is a good day";
    private static final int WIDTH = 560;
    private static final int HEIGHT = 120;
    private static final int LEFT = 16;
    /// Of the line on which the letters stand.
    private static final int BASE = 76;

    private static final double LETTER_WIDTH = 25;
    private static final double LETTER_HEIGHT = 44;
    private static final double PEN = 1.6;
    private static final int STEPS = 9;
    /// How far a trembling pen strays, in pixels.
    private static final double STRAY = 7;
    /// From here on letters are missing.
    private static final double LOST = 0.75;

    /// The strokes of each letter, as points in pairs: x from 0 to 1, y from 0 (top) over 1 (base) to 1.5.
    private static final Map<Character, List<double[]>> LETTERS = Map.of(
            'T',
            List.of(new double[] {0.1, 0.06, 0.6, 0, 1.1, 0.05}, new double[] {0.62, 0.02, 0.58, 0.5, 0.52, 1}),
            'o',
            List.of(new double[] {0.8, 0.5, 0.45, 0.44, 0.15, 0.72, 0.42, 1, 0.78, 0.82, 0.72, 0.5, 1, 0.56}),
            'd',
            List.of(new double[] {0.75, 0.52, 0.42, 0.44, 0.14, 0.74, 0.36, 1, 0.68, 0.84, 0.84, 0, 0.76, 0.74, 1, 0.9
            }),
            'a',
            List.of(new double[] {
                0.78, 0.52, 0.45, 0.44, 0.15, 0.74, 0.36, 1, 0.66, 0.84, 0.78, 0.48, 0.76, 0.84, 1, 0.9
            }),
            'y',
            List.of(new double[] {0.1, 0.46, 0.22, 0.88, 0.5, 0.94, 0.78, 0.46, 0.7, 1.2, 0.42, 1.45, 0.22, 1.26, 1, 0.9
            }),
            'i',
            List.of(new double[] {0.3, 0.5, 0.32, 0.86, 0.5, 1, 0.8, 0.86}, new double[] {0.36, 0.2, 0.4, 0.22}),
            's',
            List.of(new double[] {0.2, 0.96, 0.6, 0.46, 0.72, 0.8, 0.46, 1, 0.2, 0.9}),
            'g',
            List.of(new double[] {
                0.78, 0.52, 0.45, 0.44, 0.15, 0.74, 0.38, 1, 0.7, 0.82, 0.78, 0.48, 0.72, 1.2, 0.44, 1.45, 0.22, 1.28,
                1, 0.9
            }));

    private final GreyPicture paper = new GreyPicture(WIDTH, HEIGHT);
    private final double tremor;
    private final SplittableRandom hand;

    private Handwriting(double tremor) {
        this.tremor = tremor;
        this.hand = new SplittableRandom(Math.round(tremor * 1000));
    }

    /// The sentence as the data URL of a PNG.
    ///
    /// @param tremor from 0, a steady hand, to 1, where nothing can be read
    public static String sentence(double tremor) {
        return new Handwriting(tremor).written();
    }

    private String written() {
        var left = (double) LEFT;
        for (int at = 0; at < SENTENCE.length(); at++) {
            var letter = SENTENCE.charAt(at);
            if (letter != ' ' && !lost()) {
                letter(LETTERS.getOrDefault(letter, List.of()), left);
            }
            left += LETTER_WIDTH * (letter == ' ' ? 0.9 : 1 + tremor * hand.nextDouble(-0.2, 0.3));
        }
        return paper.dataUrl();
    }

    private boolean lost() {
        return tremor > LOST && hand.nextDouble() < tremor - 0.4;
    }

    private void letter(List<double[]> strokes, double left) {
        var size = 1 - 0.5 * tremor * hand.nextDouble();
        var base = BASE + tremor * hand.nextDouble(-2, 2) * STRAY;
        for (var stroke : strokes) {
            stroke(stroke, left, base, size);
        }
    }

    /// A smooth line through the points of a stroke.
    private void stroke(double[] points, double left, double base, double size) {
        var count = points.length / 2;
        var fromX = x(points, 0, left, size);
        var fromY = y(points, 0, base, size);
        for (int point = 0; point + 1 < count; point++) {
            for (int step = 1; step <= STEPS; step++) {
                var share = (double) step / STEPS;
                var toX = left + between(points, 0, point, share) * LETTER_WIDTH * size + shake();
                var toY = base + (between(points, 1, point, share) - 1) * LETTER_HEIGHT * size + shake();
                paper.line(fromX, fromY, toX, toY, PEN);
                fromX = toX;
                fromY = toY;
            }
        }
    }

    private static double x(double[] points, int point, double left, double size) {
        return left + points[2 * point] * LETTER_WIDTH * size;
    }

    private static double y(double[] points, int point, double base, double size) {
        return base + (points[2 * point + 1] - 1) * LETTER_HEIGHT * size;
    }

    private double shake() {
        return tremor * hand.nextDouble(-0.4, 0.4) * STRAY;
    }

    /// One coordinate of a Catmull-Rom curve between two points.
    private static double between(double[] points, int axis, int point, double share) {
        var before = coordinate(points, axis, point - 1);
        var from = coordinate(points, axis, point);
        var to = coordinate(points, axis, point + 1);
        var after = coordinate(points, axis, point + 2);
        return from
                + 0.5
                        * share
                        * (to
                                - before
                                + share
                                        * (2 * before
                                                - 5 * from
                                                + 4 * to
                                                - after
                                                + share * (3 * (from - to) + after - before)));
    }

    private static double coordinate(double[] points, int axis, int point) {
        return points[2 * Math.clamp(point, 0, points.length / 2 - 1) + axis];
    }
}
