package health.vigil.trend;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The lowest and the highest reading of each minute, and how they are packed in the table. Readings at home have
/// minutes of their own, so that none of them is hidden by one of the hospital.
final class Extremes {
    private static final long MINUTE = 60_000_000;
    private static final int BYTES = 4 * Long.BYTES;
    /// Marks the time of a reading at home. No time of a reading is so late: it is 146,000 years after 1970.
    private static final long HOME = 1L << 62;

    private final TreeMap<Long, Pair> hospital = new TreeMap<>();
    private final TreeMap<Long, Pair> home = new TreeMap<>();

    private record Pair(TrendReading lowest, TrendReading highest) {
        Pair with(TrendReading reading) {
            return new Pair(
                    reading.value() < lowest.value() ? reading : lowest,
                    reading.value() > highest.value() ? reading : highest);
        }
    }

    void add(TrendReading reading) {
        (reading.atHome() ? home : hospital)
                .merge(
                        Math.floorDiv(reading.micros(), MINUTE),
                        new Pair(reading, reading),
                        (known, _) -> known.with(reading));
    }

    byte[] packed() {
        var buffer = ByteBuffer.allocate((hospital.size() + home.size()) * BYTES);
        put(buffer, hospital);
        put(buffer, home);
        return buffer.array();
    }

    private static void put(ByteBuffer buffer, SortedMap<Long, Pair> minutes) {
        minutes.values().forEach(pair -> {
            put(buffer, pair.lowest());
            put(buffer, pair.highest());
        });
    }

    private static void put(ByteBuffer buffer, TrendReading reading) {
        buffer.putDouble(reading.value()).putLong(reading.atHome() ? reading.micros() | HOME : reading.micros());
    }

    /// The readings of the hospital in order of time, then those at home, each once.
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
        var micros = buffer.getLong();
        return micros >= HOME ? new TrendReading(micros ^ HOME, value, true) : new TrendReading(micros, value);
    }

    private static void addInOrder(TrendReading lowest, TrendReading highest, List<TrendReading> readings) {
        var lowestFirst = lowest.micros() <= highest.micros();
        readings.add(lowestFirst ? lowest : highest);
        if (!lowest.equals(highest)) {
            readings.add(lowestFirst ? highest : lowest);
        }
    }
}
