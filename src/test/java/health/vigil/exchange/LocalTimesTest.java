package health.vigil.exchange;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Local times in a zone whose clocks change.
class LocalTimesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00, 2026-03-02T09:00:00Z, 2026-03-02T09:00:05Z",
        "2026-07-02T10:00, 2026-07-02T08:00:00Z, 2026-07-02T08:00:05Z",
        // 02:30 occurs twice: at 00:30 UTC and at 01:30 UTC.
        "2026-10-25T02:30, 2026-10-25T00:30:00Z, 2026-10-25T00:31:00Z",
        "2026-10-25T02:30, 2026-10-25T00:30:00Z, 2026-10-25T01:27:59Z",
        "2026-10-25T02:30, 2026-10-25T01:30:00Z, 2026-10-25T01:28:00Z",
        "2026-10-25T02:30, 2026-10-25T01:30:00Z, 2026-10-26T00:00:00Z",
        "2026-10-25T02:30, 2026-10-25T00:30:00Z, 2026-10-25T00:00:00Z"
    })
    void theReadingNearestBeforeReceiptCounts(LocalDateTime local, Instant instant, Instant receivedAt) {
        assertThat(LocalTimes.instant(local, BERLIN, receivedAt)).contains(instant);
    }

    @Test
    void aTimeThatWasSkippedIsNoTime() {
        assertThat(LocalTimes.instant(
                        LocalDateTime.parse("2026-03-29T02:30"), BERLIN, Instant.parse("2026-03-29T12:00:00Z")))
                .isEmpty();
    }
}
