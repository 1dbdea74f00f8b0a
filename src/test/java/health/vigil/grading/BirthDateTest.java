package health.vigil.grading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// If only the year or month of birth is known, the earliest possible date counts.
class BirthDateTest {
    private static final Instant INFUSED_AT = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1957-06-05,1957-06-05,false",
        "1957-06,1957-06-01,true",
        "1957,1957-01-01,true",
        "1850,1850-01-01,true",
    })
    void itIsReadAsFarAsItIsKnown(String given, LocalDate day, boolean estimated) {
        var date = BirthDate.parse(given).orElseThrow();

        assertThat(date.day()).isEqualTo(day);
        assertThat(date.estimated()).isEqualTo(estimated);
        assertThat(date.given()).isEqualTo(given);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "57", "1849", "1957-6", "1957-13", "1957-02-30", "1957-06-5", "+957", "-957", "yesterday"})
    void whatIsNoneIsNone(String text) {
        assertThat(BirthDate.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2014,12", "2014-03,12", "2014-04,11", "2014-03-02,11", "2015,11"})
    void thePatientIsAsOldAsCanBe(String given, int years) {
        var patient = Patient.born(
                BirthDate.parse(given).orElseThrow(), INFUSED_AT, ZoneOffset.UTC, Baseline.NONE, List.of());

        assertThat(patient.ageYears()).isEqualTo(years);
    }
}
