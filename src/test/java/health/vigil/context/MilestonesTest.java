package health.vigil.context;

import health.vigil.observation.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The dates of a patient infused on 1 March.
class MilestonesTest {
    private static Fact row(CaseNotes notes, String id, int day, String clock) {
        return notes.item("milestones", day, clock).facts().stream()
                .filter(fact -> fact.name().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static CaseNotes in(Place place) {
        return CaseNotes.begin().policy(new ContextPolicy(place, false, ContextPolicy.DEFAULT.registry()));
    }

    @Test
    void theLastDayAndWhatIsNearAreTold() {
        var item = CaseNotes.begin().well(0, 9).item("milestones", 9, "12:00");

        assertEquals(
                Optional.of("Day 9. Monitoring until 15 Mar (day 14). Near the centre until 15 Mar (day 14)."
                        + " No driving until 15 Mar (day 14)."),
                item.text());
        assertEquals(List.of("next registry day 14 on 15 Mar"), item.notes());
    }

    @ParameterizedTest
    @CsvSource({"14, 23:59, true", "15, 00:00, false"})
    void aRowHoldsToTheEndOfItsLastDay(int day, String clock, boolean holds) {
        var notes = CaseNotes.begin().well(0, 16);

        assertEquals(
                Optional.of(holds), row(notes, "near-the-centre", day, clock).holds());
        assertEquals(Optional.of(holds), row(notes, "no-driving", day, clock).holds());
        assertEquals(Optional.of(true), row(notes, "wallet-card", day, clock).holds());
    }

    @Test
    void drivingInTheUkIsFreeOnDay57() {
        var row = row(in(Place.UK_EXAMPLE).well(0, 10), "no-driving", 10, "12:00");

        assertEquals(Optional.of(Instant.parse("2026-04-27T00:00:00Z")), row.until());
    }

    @Test
    void andFiftySixDaysAfterANeurologicalEvent() {
        var notes =
                in(Place.UK_EXAMPLE).ice(18, "08:00", 6).ice(19, "08:00", 10).ice(19, "20:00", 10);

        assertEquals(
                Optional.of(Instant.parse("2026-05-16T00:00:00Z")),
                row(notes, "no-driving", 40, "12:00").until());
        assertEquals(Optional.empty(), row(notes, "no-driving", 18, "12:00").until());
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

        assertEquals(Optional.of(Instant.parse("2026-03-16T10:00:00.000000Z")), row.until());
        assertEquals(
                "Monitoring until 16 Mar 10:00, prolonged: ICANS is 0 since 14 Mar 10:00, and 48 h have to pass",
                row.finding());
        assertEquals(Optional.of(true), row(notes, "monitoring", 15, "09:59").holds());
        assertEquals(Optional.of(false), row(notes, "monitoring", 15, "10:00").holds());
    }

    @Test
    void aGradeThatIsNotKnownProlongs() {
        var row = row(CaseNotes.begin(), "monitoring", 14, "12:00");

        assertEquals(Optional.of(true), row.holds());
        assertEquals(Optional.empty(), row.until());
        assertTrue(row.finding().contains("prolonged: CRS is not known; ICANS is not known"), row.finding());
    }

    @Test
    void earlyInTheCourseNothingIsProlongedYet() {
        var row = row(CaseNotes.begin().temperature(5, "08:00", "39"), "monitoring", 5, "12:00");

        assertEquals("Monitoring until 15 Mar (day 14)", row.finding());
    }

    @ParameterizedTest
    @CsvSource({"11, 2026-03-16T00:00:00Z", "13, 2026-03-17T08:00:00Z"})
    void steroidsProlongForThreeDays(int day, Instant until) {
        var notes = CaseNotes.begin().well(0, 16).drug(day, "08:00", "dexamethasone");

        assertEquals(Optional.of(until), row(notes, "monitoring", 14, "12:00").until());
    }

    @Test
    void anOpenAssessmentProlongsUntilItIsClosed() {
        var notes = CaseNotes.begin()
                .well(0, 18)
                .at(14, "08:00", Kind.SYNDROME_ASSESSMENT, "'syndrome': 'mnt', 'present': true, 'basis': 'gait'");

        assertEquals(Optional.empty(), row(notes, "monitoring", 15, "12:00").until());
        notes.at(16, "10:00", Kind.SYNDROME_ASSESSMENT, "'syndrome': 'mnt', 'present': false, 'basis': 'gait'");
        assertEquals(
                Optional.of(Instant.parse("2026-03-17T10:00:00Z")),
                row(notes, "monitoring", 17, "12:00").until());
    }

    @Test
    void whatHasEndedStaysEnded() {
        var notes = CaseNotes.begin().well(0, 16);

        assertEquals(Optional.of(false), row(notes, "monitoring", 40, "12:00").holds());
    }

    @Test
    void beforeTheInfusionThereAreNone() {
        assertEquals(
                Optional.of("before the infusion"),
                CaseNotes.begin().item("milestones", -1, "12:00").reason());
    }
}
