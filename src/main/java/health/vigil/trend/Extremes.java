package health.vigil.trend;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The lowest and the highest reading of each minute, and how they are packed in the table.
final class Extremes {
    private static final long MINUTE = 60_000_000;
    private static final int BYTES = 4 * Long.BYTES;

    private final TreeMap<Long, Pair> minutes = new TreeMap<>();

    private record Pair(TrendReading lowest, TrendReading highest) {
        Pair with(TrendReading reading) {
            return new Pair(
                    reading.value() < lowest.value() ? reading : lowest,
                    reading.value() > highest.value() ? reading : highest);
        }
    }

    void add(TrendReading reading) {
        minutes.merge(
                Math.floorDiv(reading.micros(), MINUTE), new Pair(reading, reading), (known, _) -> known.with(reading));
    }

    byte[] packed() {
        var buffer = ByteBuffer.allocate(minutes.size() * BYTES);
        minutes.values().forEach(pair -> {
            put(buffer, pair.lowest());
            put(buffer, pair.highest());
        });
        return buffer.array();
    }

    private static void put(ByteBuffer buffer, TrendReading reading) {
        buffer.putDouble(reading.value()).putLong(reading.micros());
    }

    /// The readings in order of time, each once.
    static List<TrendReading> unpack(byte[] packed) {
        var buffer = ByteBuffer.wrap(packed);
        var readings = new ArrayList<TrendReading>();
        while (buffer.hasRemaining()) {
            addInOrder(take(buffer), take(buffer), readings);
        }
        return readings;
    }

    private static TrendReading take(ByteBuffer buffer) {
        var value = buffer.getDouble();
        return new TrendReading(buffer.getLong(), value);
    }

    private static void addInOrder(TrendReading lowest, TrendReading highest, List<TrendReading> readings) {
        var lowestFirst = lowest.micros() <= highest.micros();
        readings.add(lowestFirst ? lowest : highest);
        if (!lowest.equals(highest)) {
            readings.add(lowestFirst ? highest : lowest);
        }
    }
}
