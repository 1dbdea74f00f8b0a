package health.vigil.api.episode;

import health.vigil.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WardChoiceTest {
    private static final List<String> LISTED = List.of("North Wing", "WA");

    @ParameterizedTest
    @ValueSource(strings = {"North Wing", " north  wing", "NORTH\tWING "})
    void aListedWardKeepsTheSpellingOfTheList(String name) {
        assertThat(WardChoice.listed(LISTED, name)).isEqualTo("North Wing");
    }

    @Test
    void whereWardsAreListedThereIsNoOther() {
        assertThatThrownBy(() -> WardChoice.listed(LISTED, "South"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(400);
                    assertThat(refused.problem().violations().getFirst().field())
                            .isEqualTo("ward");
                });
    }
}
