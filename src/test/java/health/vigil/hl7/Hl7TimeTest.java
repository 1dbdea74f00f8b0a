package health.vigil.hl7;

import health.vigil.exchange.ForeignReason;
import health.vigil.hl7.Hl7Time.ReadTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Times of messages.
class Hl7TimeTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Optional<ZoneId> BERLIN = Optional.of(ZoneId.of("Europe/Berlin"));

    private static ReadTime read(String text, String messageTime, Optional<ZoneId> zone) {
        return new Hl7Time(messageTime, zone, NOW).read(text);
    }

    @ParameterizedTest
    @CsvSource({
        "202603021000, 2026-03-02T09:00:00Z",
        "20260302100030, 2026-03-02T09:00:30Z",
        "20260302100030.25, 2026-03-02T09:00:30.250Z",
        "20260302100030123, 2026-03-02T09:00:30.123Z",
        "20260302100030.0000+0530, 2026-03-02T04:30:30Z",
        "20260302100030-0500, 2026-03-02T15:00:30Z",
        "' 202603021000 ', 2026-03-02T09:00:00Z"
    })
    void aTimeIsExactToTheMinuteOrFiner(String text, Instant instant) {
        assertThat(read(text, "20260302", BERLIN)).isEqualTo(new ReadTime.At(instant));
    }

    @ParameterizedTest
    @CsvSource({
        "20260302",
        "2026030210",
        "''",
        "20260302100060",
        "20260230100000",
        "20261302100000",
        "20260302250000",
        "2026-03-02T10:00:00Z",
        "20260302100000Z",
        "20260302100000+9900",
        "2026030210003"
    })
    void anythingElseIsNoTime(String text) {
        assertThat(read(text, "", BERLIN)).isEqualTo(new ReadTime.NoTime(ForeignReason.TIME));
    }

    @Test
    void theOffsetIsItsOwnThenTheMessagesThenTheSenders() {
        assertThat(read("20260302100000+0200", "20260302100000+0300", BERLIN))
                .isEqualTo(new ReadTime.At(Instant.parse("2026-03-02T08:00:00Z")));
        assertThat(read("20260302100000", "20260302100000.000+0300", BERLIN))
                .isEqualTo(new ReadTime.At(Instant.parse("2026-03-02T07:00:00Z")));
        assertThat(read("20260302100000", "20260302100000", BERLIN))
                .isEqualTo(new ReadTime.At(Instant.parse("2026-03-02T09:00:00Z")));
    }

    @Test
    void aTimeIsNeverUtcByDefault() {
        assertThat(read("20260302100000", "20260302100000", Optional.empty()))
                .isEqualTo(new ReadTime.NoTime(ForeignReason.ZONE));
    }

    @Test
    void theHourThatOccursTwiceIsTheOneBeforeReceipt() {
        assertThat(new Hl7Time("", BERLIN, Instant.parse("2026-10-25T00:40:00Z")).read("20261025023000"))
                .isEqualTo(new ReadTime.At(Instant.parse("2026-10-25T00:30:00Z")));
        assertThat(new Hl7Time("", BERLIN, Instant.parse("2026-10-25T01:40:00Z")).read("20261025023000"))
                .isEqualTo(new ReadTime.At(Instant.parse("2026-10-25T01:30:00Z")));
    }

    @Test
    void theHourThatWasSkippedHasNoTime() {
        assertThat(read("20260329023000", "", BERLIN)).isEqualTo(new ReadTime.NoTime(ForeignReason.TIME));
    }
}
