package health.vigil.trend;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// One value at a time.
///
/// @param micros microseconds since 1970
/// @param atHome whether it was read at home, so that nobody of the hospital confirmed it
record TrendReading(long micros, double value, boolean atHome) {
    /// A value of the hospital.
    TrendReading(long micros, double value) {
        this(micros, value, false);
    }

    static TrendReading of(Instant at, double value) {
        return of(at, value, false);
    }

    static TrendReading of(Instant at, double value, boolean atHome) {
        return new TrendReading(ChronoUnit.MICROS.between(Instant.EPOCH, at), value, atHome);
    }

    Instant at() {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
