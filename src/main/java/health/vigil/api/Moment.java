package health.vigil.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Now, as exactly as the database keeps it.
public final class Moment {
    private Moment() {}

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
