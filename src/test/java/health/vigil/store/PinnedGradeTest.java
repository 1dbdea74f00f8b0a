package health.vigil.store;

import health.vigil.grading.Grade;
import health.vigil.grading.Origin;
import health.vigil.grading.ScaleFinding;
import health.vigil.grading.Syndrome;
import health.vigil.grading.SyndromeReport;
import health.vigil.grading.Unknown;
import health.vigil.grading.scale.Scale;
import health.vigil.observation.Component;
import health.vigil.observation.ObservationIds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The grade that is stored with an alert has the same shape as in the last release, because both releases read
/// the same rows.
class PinnedGradeTest {
    private static final Instant AT = Instant.parse("2026-03-03T10:00:00Z");

    private static SyndromeReport report(Grade grade, Optional<Unknown> unknown) {
        var origin = new Origin(ObservationIds.of("o-1"), AT);
        return new SyndromeReport(
                Syndrome.CRS,
                grade,
                unknown,
                Optional.of(AT).filter(_ -> unknown.isEmpty()),
                Optional.empty(),
                List.of(new ScaleFinding(Component.HYPOXIA, 3, "SpO2 low", Scale.LEE_2014, Optional.of(origin))),
                List.of(),
                List.of(),
                Set.of(),
                Optional.empty());
    }

    @Test
    void aReasonKeepsItsFields() {
        assertThat(GradeJson.pinned(report(Grade.THREE, Optional.empty())))
                .isEqualTo("{\"syndrome\":\"crs\",\"grade\":3,\"since\":\"2026-03-03T10:00:00Z\",\"basis\":["
                        + "{\"component\":\"hypoxia\",\"grade\":3,\"finding\":\"SpO2 low\",\"rule\":\"lee-2014\","
                        + "\"source\":\"Lee DW et al., Blood 2014;124:188-195\",\"observationId\":\"o-1\","
                        + "\"sender\":\"(stream)\",\"effectiveAt\":\"2026-03-03T10:00:00Z\"}],"
                        + "\"flags\":[],\"ruleSet\":\"ASTCT-2019/2\"}");
    }

    @Test
    void whyAGradeIsNotKnownIsASentence() {
        assertThat(GradeJson.pinned(report(Grade.UNKNOWN, Optional.of(new Unknown.Undecided()))))
                .startsWith("{\"syndrome\":\"crs\",\"grade\":null,\"reason\":\"treated hypotension or hypoxia without"
                        + " fever: a physician has to say whether this is CRS\",\"basis\":[");
    }
}
