package health.vigil.context;

import health.vigil.observation.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/// The dates of a patient infused on 1 March.
class MilestonesTest {
    private static Fact row(CaseNotes notes, String id, int day, String clock) {
        return notes.item("milestones", day, clock).facts().stream()
                .filter(fact -> fact.name().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static CaseNotes in(MilestoneTable place) {
        return CaseNotes.begin().policy(new ContextPolicy(place, false, ContextPolicy.DEFAULT.registry()));
    }

    @Test
    void theLastDayAndWhatIsNearAreTold() {
        var item = CaseNotes.begin().well(0, 9).item("milestones", 9, "12:00");

        assertThat(item.text())
                .contains("Day 9. Monitoring until 15 Mar (day 14). Near the centre until 15 Mar (day 14)."
                        + " No driving until 15 Mar (day 14). Next trial or registry day 14 on 15 Mar.");
    }

    @ParameterizedTest
    @CsvSource({"14, 28", "28, 28", "30, 28", "31, 100", "100, 100", "101, 0"})
    void aTrialOrRegistryDayIsNamedUntilItsWindowEnds(int day, int next) {
        var policy = new ContextPolicy(
                MilestoneTable.US_2025, false, List.of(new RegistryDay(100, 0), new RegistryDay(28, 2)));

        var text = CaseNotes.begin()
                .policy(policy)
                .item("milestones", day, "12:00")
                .text()
                .orElseThrow();

        assertThat(text.endsWith("Next trial or registry day 28 on 29 Mar, from 27 Mar to 31 Mar."))
                .isEqualTo(next == 28);
        assertThat(text.endsWith("Next trial or registry day 100 on 9 Jun.")).isEqualTo(next == 100);
    }

    @ParameterizedTest
    @CsvSource({"28, 28, 0", "28+-2, 28, 2", "' 100+-14 ', 100, 14"})
    void aRegistryDayIsReadWithItsWindow(String text, int day, int window) {
        assertThat(RegistryDay.of(text)).isEqualTo(new RegistryDay(day, window));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "28+2", "28+-", "day 28", ""})
    void whatIsNoRegistryDayIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegistryDay.of(text))
                .withMessageContaining("registry day");
    }

    @ParameterizedTest
    @CsvSource({"14, 23:59, true", "15, 00:00, false"})
    void aRowHoldsToTheEndOfItsLastDay(int day, String clock, boolean holds) {
        var notes = CaseNotes.begin().well(0, 16);

        assertThat(row(notes, "near-the-centre", day, clock).holds()).contains(holds);
        assertThat(row(notes, "no-driving", day, clock).holds()).contains(holds);
        assertThat(row(notes, "wallet-card", day, clock).holds()).contains(true);
    }

    @Test
    void drivingInTheUkIsFreeOnDay57() {
        var row = row(in(MilestoneTable.UK_EXAMPLE).well(0, 10), "no-driving", 10, "12:00");

        assertThat(row.until()).contains(Instant.parse("2026-04-27T00:00:00Z"));
    }

    @Test
    void andFiftySixDaysAfterANeurologicalEvent() {
        var notes = in(MilestoneTable.UK_EXAMPLE)
                .ice(18, "08:00", 6)
                .ice(19, "08:00", 10)
                .ice(19, "20:00", 10);

        assertThat(row(notes, "no-driving", 40, "12:00").until()).contains(Instant.parse("2026-05-16T00:00:00Z"));
        assertThat(row(notes, "no-driving", 18, "12:00").until()).isEmpty();
    }

    @Test
    void aGradeHasToBeZeroForFortyEightHours() {
        var notes = CaseNotes.begin()
                .well(0, 11)
                .ice(12, "20:00", 7)
                .temperature(12, "20:00", "36.8")
                .ice(13, "10:00", 10)
                .temperature(13, "10:00", "36.8")
                .well(14, 16);

        var row = row(notes, "monitoring", 14, "12:00");

        assertThat(row.until()).contains(Instant.parse("2026-03-16T10:00:00.000000Z"));
        assertThat(row.finding())
                .isEqualTo("Monitoring until 16 Mar 10:00, prolonged: ICANS is 0 since 14 Mar 10:00, and 48 h have to"
                        + " pass");
        assertThat(row(notes, "monitoring", 15, "09:59").holds()).contains(true);
        assertThat(row(notes, "monitoring", 15, "10:00").holds()).contains(false);
    }

    @Test
    void aGradeThatIsNotKnownProlongs() {
        var row = row(CaseNotes.begin(), "monitoring", 14, "12:00");

        assertThat(row.holds()).contains(true);
        assertThat(row.until()).isEmpty();
        assertThat(row.finding()).as(row.finding()).contains("prolonged: CRS is not known; ICANS is not known");
    }

    @Test
    void earlyInTheCourseNothingIsProlongedYet() {
        var row = row(CaseNotes.begin().temperature(5, "08:00", "39"), "monitoring", 5, "12:00");

        assertThat(row.finding()).isEqualTo("Monitoring until 15 Mar (day 14)");
    }

    @ParameterizedTest
    @CsvSource({"11, 2026-03-16T00:00:00Z", "13, 2026-03-17T08:00:00Z"})
    void steroidsProlongForThreeDays(int day, Instant until) {
        var notes = CaseNotes.begin().well(0, 16).drug(day, "08:00", "dexamethasone");

        assertThat(row(notes, "monitoring", 14, "12:00").until()).contains(until);
    }

    @Test
    void anOpenAssessmentProlongsUntilItIsClosed() {
        var notes = CaseNotes.begin()
                .well(0, 18)
                .at(14, "08:00", Kind.SYNDROME_ASSESSMENT, "'syndrome': 'mnt', 'present': true, 'basis': 'gait'");

        assertThat(row(notes, "monitoring", 15, "12:00").until()).isEmpty();
        notes.at(16, "10:00", Kind.SYNDROME_ASSESSMENT, "'syndrome': 'mnt', 'present': false, 'basis': 'gait'");
        assertThat(row(notes, "monitoring", 17, "12:00").until()).contains(Instant.parse("2026-03-17T10:00:00Z"));
    }

    @Test
    void whatHasEndedStaysEnded() {
        var notes = CaseNotes.begin().well(0, 16);

        assertThat(row(notes, "monitoring", 40, "12:00").holds()).contains(false);
    }

    @Test
    void beforeTheInfusionThereAreNone() {
        assertThat(CaseNotes.begin().item("milestones", -1, "12:00").reason()).contains("before the infusion");
    }
}
