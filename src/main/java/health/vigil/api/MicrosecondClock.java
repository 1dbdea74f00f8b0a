package health.vigil.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The current time, rounded to the microseconds that the database stores.
public final class MicrosecondClock {
    private MicrosecondClock() {}

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
