package health.vigil.context;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DaysTest {
    private static final Days BERLIN = new Days(Instant.parse("2026-03-01T22:30:00Z"), ZoneId.of("Europe/Berlin"));

    @Test
    void aDayBeginsAtMidnightOfTheHospital() {
        assertThat(BERLIN.of(Instant.parse("2026-03-01T22:59:59Z"))).isEqualTo(0);
        assertThat(BERLIN.of(Instant.parse("2026-03-01T23:00:00Z"))).isEqualTo(1);
        assertThat(BERLIN.of(Instant.parse("2026-02-28T22:59:59Z"))).isEqualTo(-1);
    }

    @Test
    void theClockChangeMovesNoDay() {
        assertThat(BERLIN.of(Instant.parse("2026-03-29T21:59:59Z"))).isEqualTo(28);
        assertThat(BERLIN.of(Instant.parse("2026-03-29T22:00:00Z"))).isEqualTo(29);
    }
}
