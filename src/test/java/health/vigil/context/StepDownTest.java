package health.vigil.context;

import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Syndrome;
import java.time.Duration;
import java.time.Instant;
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
}
