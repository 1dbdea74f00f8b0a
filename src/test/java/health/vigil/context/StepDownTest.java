package health.vigil.context;

import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Syndrome;
import health.vigil.observation.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static health.vigil.context.CaseNotes.INFUSION;
import static health.vigil.context.CaseNotes.time;
import static org.assertj.core.api.Assertions.assertThat;

class StepDownTest {
    private static ContextItem item(CaseNotes notes, Instant at) {
        return notes.item("step-down", at);
    }

    private static boolean holds(ContextItem item, String fact) {
        return item.facts().stream()
                .filter(each -> each.name().equals(fact))
                .findFirst()
                .flatMap(Fact::holds)
                .orElse(false);
    }

    @Test
    void bothGradesHaveToBeZeroForADay() {
        var notes = CaseNotes.begin().temperature(2, "12:00", "39").well(2, 6);
        var zero = notes.patient(time(6, "20:00")).situation().changes().stream()
                .filter(change -> change.syndrome() == Syndrome.CRS && change.to() == Grade.ZERO)
                .map(GradeChange::at)
                .max(Instant::compareTo)
                .orElseThrow();

        assertThat(item(notes, zero.plus(Duration.ofHours(24)).minusNanos(1000)).band())
                .contains("leave-intensive-care");
        assertThat(item(notes, zero.plus(Duration.ofHours(24))).band()).contains("fewer-checks");
    }

    @Test
    void aRiseWithinTwelveHoursKeepsThePatientInIntensiveCare() {
        var notes = CaseNotes.begin().well(1, 5).temperature(5, "21:00", "38.4");

        assertThat(holds(item(notes, time(5, "20:30")), "leave-intensive-care")).isTrue();
        assertThat(holds(item(notes, time(5, "22:00")), "leave-intensive-care")).isFalse();
        assertThat(item(notes, time(5, "22:00")).band()).contains("none");
    }

    @Test
    void aGradeThatIsNotKnownLeavesTheLeast() {
        var item = item(CaseNotes.begin().well(1, 2), time(5, "12:00"));

        assertThat(item.bandAtLeast()).isTrue();
        assertThat(item.missing()).contains("CRS is not known", "ICANS is not known");
    }

    @Test
    void beforeTheInfusionThereIsNone() {
        assertThat(item(CaseNotes.begin(), INFUSION.minus(Duration.ofHours(2))).reason())
                .contains("before the infusion");
    }

    private static CaseNotes writing(boolean changed) {
        return CaseNotes.begin()
                .well(1, 5)
                .at(5, "21:00", Kind.NEURO_CHECK, "'ice': 10, 'handwritingChange': " + changed);
    }

    @Test
    void changedHandwritingKeepsTheChecks() {
        assertThat(holds(item(writing(false), time(5, "21:30")), "fewer-checks"))
                .isTrue();
        assertThat(holds(item(writing(true), time(5, "21:30")), "fewer-checks")).isFalse();
    }

    @Test
    void theScoreHasToBeAtItsBaseline() {
        var notes = CaseNotes.begin().baselineIce(10).well(1, 5);

        assertThat(holds(item(notes, time(5, "21:30")), "fewer-checks")).isTrue();
        var lower = CaseNotes.begin().baselineIce(10).well(1, 5).ice(5, "21:00", 9);
        assertThat(holds(item(lower, time(5, "21:30")), "fewer-checks")).isFalse();
    }

    /// Grades of CRS in hours before the query; ICANS is 0.
    private static boolean leaves(Map<Integer, Grade> crs) {
        var at = time(6, "12:00");
        var noted = CaseNotes.begin().patient(at).situation();
        var changes = new ArrayList<GradeChange>();
        changes.add(new GradeChange(Syndrome.ICANS, INFUSION, Grade.UNKNOWN, Grade.ZERO, Optional.empty()));
        var before = Grade.UNKNOWN;
        for (var change : new TreeMap<>(crs).descendingMap().entrySet()) {
            changes.add(new GradeChange(
                    Syndrome.CRS,
                    at.minus(Duration.ofHours(change.getKey())),
                    before,
                    change.getValue(),
                    Optional.empty()));
            before = change.getValue();
        }
        var situation = new Situation(
                at,
                INFUSION,
                noted.hospital(),
                noted.baseline(),
                noted.product(),
                noted.weight(),
                noted.lymphodepletionAt(),
                noted.grades(),
                changes,
                List.of(),
                noted.policy());
        return holds(StepDown.of(PatientState.of(situation)), "leave-intensive-care");
    }

    @Test
    void thePatientLeavesIntensiveCareWithAGradeThatFalls() {
        assertThat(leaves(Map.of(20, Grade.TWO, 4, Grade.ONE))).isTrue();
        assertThat(leaves(Map.of(20, Grade.TWO, 4, Grade.ZERO))).isTrue();
        assertThat(leaves(Map.of(20, Grade.ZERO))).isTrue();
        assertThat(leaves(Map.of(20, Grade.TWO))).isFalse();
        assertThat(leaves(Map.of(20, Grade.ONE))).isFalse();
        assertThat(leaves(Map.of(20, Grade.THREE, 4, Grade.TWO))).isFalse();
        assertThat(leaves(Map.of(20, Grade.TWO, 8, Grade.ZERO, 4, Grade.ONE))).isFalse();
    }
}
