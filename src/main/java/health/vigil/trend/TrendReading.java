package health.vigil.trend;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// One value at a time.
///
/// @param micros microseconds since 1970
record TrendReading(long micros, double value) {
    static TrendReading of(Instant at, double value) {
        return new TrendReading(ChronoUnit.MICROS.between(Instant.EPOCH, at), value);
    }

    Instant at() {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
