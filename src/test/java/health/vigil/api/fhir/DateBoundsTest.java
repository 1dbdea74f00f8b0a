package health.vigil.api.fhir;

import health.vigil.problem.ProblemException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// A time in a search is as precise as it is written.
class DateBoundsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static boolean allows(String condition, String at) {
        return DateBounds.EVER.and("date", condition, BERLIN).allow(Instant.parse(at));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00:00Z, 2026-03-02T10:00:00Z, true",
        "2026-03-02T10:00:00Z, 2026-03-02T10:00:00.999999Z, true",
        "2026-03-02T10:00:00Z, 2026-03-02T10:00:01Z, false",
        "2026-03-02T10:00:00Z, 2026-03-02T09:59:59.999999Z, false",
        "2026-03-02T10:00Z, 2026-03-02T10:00:59Z, true",
        "2026-03-02T10:00:00.5Z, 2026-03-02T10:00:00.59Z, true",
        "2026-03-02T10:00:00.5Z, 2026-03-02T10:00:00.6Z, false",
        "2026-03-02T10:00:00.123456Z, 2026-03-02T10:00:00.123456Z, true",
        "2026-03-02T11:00:00+01:00, 2026-03-02T10:00:00Z, true",
        "2026-03-02T11:00:00 01:00, 2026-03-02T10:00:00Z, true",
        "2026-03-02, 2026-03-01T23:00:00Z, true",
        "2026-03-02, 2026-03-02T22:59:59Z, true",
        "2026-03-02, 2026-03-02T23:00:00Z, false",
        "2026-03, 2026-03-31T21:59:59Z, true",
        "2026, 2026-12-31T22:59:59Z, true",
        "gt2026-03-02T10:00:00Z, 2026-03-02T10:00:00.5Z, false",
        "gt2026-03-02T10:00:00Z, 2026-03-02T10:00:01Z, true",
        "sa2026-03-02T10:00:00Z, 2026-03-02T10:00:01Z, true",
        "ge2026-03-02T10:00:00Z, 2026-03-02T10:00:00Z, true",
        "lt2026-03-02T10:00:00Z, 2026-03-02T10:00:00Z, false",
        "eb2026-03-02T10:00:00Z, 2026-03-02T09:59:59Z, true",
        "le2026-03-02T10:00:00Z, 2026-03-02T10:00:00.5Z, true",
        "le2026-03-02T10:00:00Z, 2026-03-02T10:00:01Z, false",
        "ne2026-03-02T10:00:00Z, 2026-03-02T10:00:00.5Z, false",
        "ne2026-03-02T10:00:00Z, 2026-03-02T10:00:01Z, true"
    })
    void aValueMeansATime(String condition, String at, boolean allowed) {
        assertThat(allows(condition, at)).isEqualTo(allowed);
    }

    @Test
    void severalConditionsHoldTogether() {
        var bounds = DateBounds.EVER
                .and("date", "ge2026-03-02", BERLIN)
                .and("date", "lt2026-03-03", BERLIN)
                .and("date", "ne2026-03-02T10:00:00Z", BERLIN);

        assertThat(bounds.allow(Instant.parse("2026-03-02T09:00:00Z"))).isTrue();
        assertThat(bounds.allow(Instant.parse("2026-03-02T10:00:00Z"))).isFalse();
        assertThat(bounds.allow(Instant.parse("2026-03-03T09:00:00Z"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13", "2026-03-02T10:00:00", "ap2026-03-02", "2026-02-30", "20260302"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> DateBounds.EVER.and("date", text, BERLIN)).isInstanceOf(ProblemException.class);
    }
}
