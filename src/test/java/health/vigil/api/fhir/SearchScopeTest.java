package health.vigil.api.fhir;

import health.vigil.problem.ProblemException;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// How much a search may go through.
class SearchScopeTest {
    @Test
    void aSearchOfManyPatientsNeedsABegin() {
        var since = DateBounds.EVER.and("date", "ge2026-03-02", ZoneOffset.UTC);
        var until = DateBounds.EVER.and("date", "le2026-03-02", ZoneOffset.UTC);

        assertThatCode(() -> SearchScope.checkSize(200, DateBounds.EVER)).doesNotThrowAnyException();
        assertThatCode(() -> SearchScope.checkSize(201, since)).doesNotThrowAnyException();
        assertThatThrownBy(() -> SearchScope.checkSize(201, DateBounds.EVER)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> SearchScope.checkSize(201, until)).isInstanceOf(ProblemException.class);
    }
}
