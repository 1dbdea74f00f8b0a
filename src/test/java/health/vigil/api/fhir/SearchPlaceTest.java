package health.vigil.api.fhir;

import health.vigil.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Cursors of searches.
class SearchPlaceTest {
    private static final SearchPlace PLACE =
            new SearchPlace(Instant.parse("2026-03-02T10:00:00.000001Z"), "o", "a/b \"c\"", "nurse", 3);
    private static final String BINDING = SearchPlace.binding("nurse", "/fhir/r4/Observation?code=ice");

    @Test
    void aCursorIsReadBack() {
        assertThat(SearchPlace.read(PLACE.text(BINDING), BINDING)).isEqualTo(PLACE);
    }

    @Test
    void anotherUserOrAnotherSearchCannotUseIt() {
        var text = PLACE.text(BINDING);

        assertThatThrownBy(() -> SearchPlace.read(text, SearchPlace.binding("other", "/fhir/r4/Observation?code=ice")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> SearchPlace.read(text, SearchPlace.binding("nurse", "/fhir/r4/Observation?code=capd")))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "{}", "[]", "[1,2,3,4,5,6]", "[\"soon\",\"o\",\"\",\"\",0,\"%s\"]"})
    void anInventedCursorIsRefused(String json) {
        var text = Base64.getUrlEncoder().encodeToString(json.formatted(BINDING).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> SearchPlace.read(text, BINDING)).isInstanceOf(ProblemException.class);
    }
}
