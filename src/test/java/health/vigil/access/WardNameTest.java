package health.vigil.access;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WardNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"Wa ", "WA", " wA", "wa\t"})
    void aWardIsComparedWithoutCaseAndOuterWhiteSpace(String name) {
        assertThat(Wards.of(Set.of("Wa")).include(name)).isTrue();
    }

    @Test
    void whiteSpaceIsFolded() {
        assertThat(WardName.tidy("  North \t Wing ")).isEqualTo("North Wing");
        assertThat(Wards.of(Set.of("north wing")).include("North   Wing")).isTrue();
    }

    @Test
    void lettersBeyondAsciiHaveCaseToo() {
        assertThat(WardName.key("STATION ÖSTRA")).isEqualTo(WardName.key("Station Östra"));
    }

    @ParameterizedTest
    @CsvSource({
        "ΠΑΘΟΛΟΓΙΚΟΣ, παθολογικος",
        "ΠΑΘΟΛΟΓΙΚΟΣ, Παθολογικοσ",
        "İZMİR, izmir",
        "ISPARTA, ısparta",
        "NORTH\u00A0WING, North Wing",
        "NORTH\u2003WING, North Wing",
        "NORTH\u3000WING, '\u00A0North  Wing\u202F'"
    })
    void neitherALanguageNorAnEditorMakesAnotherWard(String one, String other) {
        assertThat(WardName.key(one)).isEqualTo(WardName.key(other));
        assertThat(WardName.tidy("\u3000" + one)).isEqualTo(WardName.tidy(one));
    }

    @Test
    void anotherNameIsAnotherWard() {
        assertThat(Wards.of(Set.of("WA")).include("WB")).isFalse();
    }
}
