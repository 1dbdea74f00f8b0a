package health.vigil.access;

import health.vigil.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HospitalWardsTest {
    private static final HospitalWards LISTED = new HospitalWards(Optional.of(List.of("North  Wing", "WA")));

    @ParameterizedTest
    @ValueSource(strings = {"North Wing", " north  wing", "NORTH\tWING "})
    void aListedWardKeepsTheSpellingOfTheList(String name) {
        assertThat(LISTED.spelling("ward", name)).isEqualTo("North Wing");
    }

    @Test
    void whereWardsAreListedThereIsNoOther() {
        assertThatThrownBy(() -> LISTED.spelling("ward", "South"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(400);
                    assertThat(refused.problem().violations().getFirst().field())
                            .isEqualTo("ward");
                });
    }

    @Test
    void whereNoneAreListedEachNameIsOne() {
        assertThat(new HospitalWards(Optional.empty()).spelling("ward", " South  Wing "))
                .isEqualTo("South Wing");
    }
}
