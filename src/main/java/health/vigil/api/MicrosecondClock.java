package health.vigil.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Now, as exactly as the database keeps it.
public final class MicrosecondClock {
    private MicrosecondClock() {}

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
