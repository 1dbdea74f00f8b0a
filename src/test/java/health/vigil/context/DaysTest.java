package health.vigil.context;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DaysTest {
    private static final Days BERLIN = new Days(Instant.parse("2026-03-01T22:30:00Z"), ZoneId.of("Europe/Berlin"));

    @Test
    void aDayBeginsAtMidnightOfTheHospital() {
        assertEquals(0, BERLIN.of(Instant.parse("2026-03-01T22:59:59Z")));
        assertEquals(1, BERLIN.of(Instant.parse("2026-03-01T23:00:00Z")));
        assertEquals(-1, BERLIN.of(Instant.parse("2026-02-28T22:59:59Z")));
    }

    @Test
    void theClockChangeMovesNoDay() {
        assertEquals(28, BERLIN.of(Instant.parse("2026-03-29T21:59:59Z")));
        assertEquals(29, BERLIN.of(Instant.parse("2026-03-29T22:00:00Z")));
    }
}
