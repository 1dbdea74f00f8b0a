package health.vigil.api.fhir;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PeriodBoundsTest {
    /// Of a stay from the 2nd to the 4th of March at noon, and of one that goes on.
    @ParameterizedTest
    @CsvSource({
        "2026-03, true, false",
        "2026-03-03, false, false",
        "ne2026-03-03, true, true",
        "ge2026-03-04, true, true",
        "gt2026-03-04, false, true",
        "gt2026-03-03, true, true",
        "ge2026-03-05, false, true",
        "lt2026-03-02, false, false",
        "le2026-03-02, true, true",
        "lt2026-03-03, true, true",
        "sa2026-03-01, true, true",
        "sa2026-03-02, false, false",
        "eb2026-03-04, false, false",
        "eb2026-03-05, true, false"
    })
    void eachPrefixComparesWithTheWholePeriod(String value, boolean ofEnded, boolean ofOpen) {
        var from = Optional.of(Instant.parse("2026-03-02T12:00:00Z"));
        var until = Optional.of(Instant.parse("2026-03-04T12:00:00Z"));

        var bounds = PeriodBounds.of("date", List.of(value), ZoneOffset.UTC);

        assertThat(bounds.allow(from, until)).isEqualTo(ofEnded);
        assertThat(bounds.allow(from, Optional.empty())).isEqualTo(ofOpen);
    }
}
