package health.vigil.api.grade;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimeSinceInfusionTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /// Infused on the evening before the clocks go forward.
    @ParameterizedTest
    @CsvSource({
        "2026-03-28T22:59:59Z,0",
        "2026-03-28T23:00:00Z,1",
        "2026-03-29T21:59:59Z,1",
        "2026-03-29T22:00:00Z,2",
        "2026-03-27T23:00:00Z,0",
        "2026-03-27T22:59:59Z,-1"
    })
    void daysAreThoseOfTheHospitalsCalendar(Instant at, long day) {
        assertThat(TimeSinceInfusion.of(Instant.parse("2026-03-28T20:00:00Z"), at, BERLIN)
                        .day())
                .isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-04T12:30:00Z,74.5", "2026-03-01T10:00:00Z,0", "2026-03-05T14:00:00Z,100"})
    void hoursArePlainNumbers(Instant at, BigDecimal hours) {
        assertThat(TimeSinceInfusion.of(Instant.parse("2026-03-01T10:00:00Z"), at, BERLIN)
                        .hours())
                .isEqualTo(hours);
    }

    @Test
    void hoursElapseAcrossTheChangeOfClocks() {
        var hours = TimeSinceInfusion.of(
                        Instant.parse("2026-03-28T20:00:00Z"), Instant.parse("2026-03-29T20:00:00Z"), BERLIN)
                .hours();

        assertThat(hours).isEqualByComparingTo("24");
    }
}
