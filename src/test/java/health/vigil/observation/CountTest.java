package health.vigil.observation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CountTest {
    @ParameterizedTest
    @CsvSource({"0, 0 doses", "1, 1 dose", "2, 2 doses", "11, 11 doses", "21, 21 doses"})
    void onlyOneIsSingular(long number, String text) {
        assertThat(Count.of(number, "dose").text()).isEqualTo(text);
    }

    @Test
    void theVerbAgreesWithTheNumber() {
        assertThat(Count.of(1, "record").text("is", "are")).isEqualTo("1 record is");
        assertThat(Count.of(2, "record").text("is", "are")).isEqualTo("2 records are");
    }

    @Test
    void aPluralMayBeAnotherWord() {
        assertThat(new Count(2, "entry", "entries").text()).isEqualTo("2 entries");
    }
}
