package health.vigil.protocol;

import health.vigil.context.AskableItem;
import health.vigil.context.CaseNotes;
import health.vigil.grading.Syndrome;
import health.vigil.observation.Drug;
import health.vigil.observation.Kind;
import health.vigil.protocol.DoseCount.DoseStart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static health.vigil.context.CaseNotes.time;
import static health.vigil.protocol.TestRows.crs;
import static health.vigil.protocol.TestRows.facts;
import static health.vigil.protocol.TestRows.row;
import static health.vigil.protocol.TestRows.since;
import static org.assertj.core.api.Assertions.assertThat;

/// The begin of the instance of a row.
class RowTimelineTest {
    private static CaseNotes febrile() {
        return CaseNotes.begin().temperature(1, "08:00", "39");
    }

    private static CaseNotes systolic(CaseNotes notes, String clock, int systolic) {
        return notes.at(1, clock, Kind.VITAL_SIGNS, "'systolic': " + systolic);
    }

    private static CaseNotes norepinephrine(CaseNotes notes, String clock, String action) {
        return notes.at(1, clock, Kind.VASOPRESSOR, "'agent': 'norepinephrine', 'action': '" + action + "'");
    }

    @Test
    void anInstanceBeginsWhenTheRowBeginsToFit() {
        assertThat(since(febrile(), time(1, "20:00"), crs(1, 1))).isEqualTo(time(1, "08:00"));
    }

    @Test
    void aRiseOpensItAgain() {
        var notes = systolic(systolic(systolic(febrile(), "10:00", 84), "12:00", 120), "14:00", 84);

        assertThat(since(notes, time(1, "11:00"), crs(2, 2))).isEqualTo(time(1, "10:00"));
        assertThat(since(notes, time(1, "15:00"), crs(2, 2))).isEqualTo(time(1, "14:00"));
    }

    @Test
    void fallingBackDoesNot() {
        var notes = norepinephrine(systolic(febrile(), "10:00", 84), "11:00", "started");
        norepinephrine(systolic(notes, "13:00", 84), "13:00", "stopped");

        assertThat(since(notes, time(1, "12:00"), crs(3, 3))).isEqualTo(time(1, "11:00"));
        assertThat(since(notes, time(1, "14:00"), crs(2, 2))).isEqualTo(time(1, "10:00"));
    }

    @Test
    void fallingBackBeginsOneIfAnotherPartEndedMeanwhile() {
        var notes = norepinephrine(systolic(febrile(), "10:00", 84), "11:00", "started");
        notes.drug(1, "11:30", "tocilizumab");
        norepinephrine(systolic(notes, "13:00", 84), "13:00", "stopped");
        var notWithinAnHour = new DoseRequirement(
                List.of(new DoseCount(
                        Drug.TOCILIZUMAB, 1, Integer.MAX_VALUE, Optional.of(Duration.ofHours(1)), DoseStart.INFUSION)),
                false);

        assertThat(since(notes, time(1, "14:00"), crs(2, 2), notWithinAnHour)).isEqualTo(time(1, "13:00"));
    }

    @Test
    void fallingIntoARowThatNeverFittedBeginsOne() {
        var notes = norepinephrine(febrile(), "08:00", "started");
        norepinephrine(systolic(notes, "13:00", 84), "13:00", "stopped");

        assertThat(since(notes, time(1, "14:00"), crs(2, 2))).isEqualTo(time(1, "13:00"));
    }

    @Test
    void aRiseWithinTheRangeOpensItAgainAndAFallDoesNot() {
        var notes = systolic(systolic(febrile(), "10:00", 84), "12:00", 120);

        assertThat(since(notes, time(1, "09:00"), crs(1, 3))).isEqualTo(time(1, "08:00"));
        assertThat(since(notes, time(1, "11:00"), crs(1, 3))).isEqualTo(time(1, "10:00"));
        assertThat(since(notes, time(1, "13:00"), crs(1, 3))).isEqualTo(time(1, "10:00"));
    }

    @Test
    void aRiseOfOneGradeWhileTheOtherIsAboveItsRangeOpensItAgain() {
        var notes = norepinephrine(systolic(febrile().ice(1, "09:00", 10), "10:00", 84), "11:00", "started");
        notes.ice(1, "12:00", 8);
        norepinephrine(systolic(notes, "13:00", 84), "13:00", "stopped");
        var icans = new GradeRange(Syndrome.ICANS, 0, 2);

        assertThat(since(notes, time(1, "10:30"), crs(2, 2), icans)).isEqualTo(time(1, "10:00"));
        assertThat(since(notes, time(1, "14:00"), crs(2, 2), icans)).isEqualTo(time(1, "13:00"));
    }

    @Test
    void afterAnUnknownGradeItBeginsAnew() {
        var notes = CaseNotes.begin().temperature(1, "08:00", "36.8").temperature(3, "08:00", "36.8");

        assertThat(since(notes, time(1, "09:00"), crs(0, 0))).isEqualTo(time(1, "08:00"));
        assertThat(since(notes, time(3, "09:00"), crs(0, 0))).isEqualTo(time(3, "08:00"));
    }

    @Test
    void aLateReadingMovesTheBegin() {
        var notes = systolic(febrile(), "10:00", 84);
        var before = since(notes, time(1, "15:00"), crs(2, 2));

        systolic(notes, "09:00", 84);

        assertThat(before).isEqualTo(time(1, "10:00"));
        assertThat(since(notes, time(1, "15:00"), crs(2, 2))).isEqualTo(time(1, "09:00"));
    }

    private static ItemRequirement neutropenicFever() {
        return new ItemRequirement(
                List.of(new ItemSign(AskableItem.FEBRILE_NEUTROPENIA, Optional.empty(), Optional.empty())));
    }

    @Test
    void anItemIsSeenToEndAtTheNextFullHour() {
        var notes = febrile()
                .temperature(1, "20:00", "38.6")
                .temperature(2, "08:00", "38.6")
                .temperature(2, "20:00", "38.6")
                .lab(1, "06:30", "neutrophils", "0.2 10*9/L");

        assertThat(TestRows.fits(notes, time(3, "06:30"), neutropenicFever())).isTrue();
        assertThat(TestRows.fits(notes, time(3, "06:59"), neutropenicFever())).isTrue();
        assertThat(TestRows.fits(notes, time(3, "07:00"), neutropenicFever())).isFalse();
    }

    @Test
    void anItemIsSeenToHoldSinceItsRecord() {
        var notes = CaseNotes.begin().temperature(1, "08:00", "38.6").lab(1, "10:20", "neutrophils", "0.2 10*9/L");

        assertThat(since(notes, time(1, "10:20"), neutropenicFever())).isEqualTo(time(1, "10:20"));
        assertThat(since(notes, time(1, "19:47"), neutropenicFever())).isEqualTo(time(1, "10:20"));
    }

    @Test
    void aHotterReadingMakesAFeverAtOnce() {
        var notes = CaseNotes.begin()
                .lab(1, "06:30", "neutrophils", "0.2 10*9/L")
                .temperature(1, "10:00", "38.0")
                .temperature(1, "10:05", "38.4");

        assertThat(since(notes, time(1, "10:05"), neutropenicFever())).isEqualTo(time(1, "10:05"));
    }

    @Test
    void anItemIsAskedForAnewEveryWeek() {
        var notes = CaseNotes.begin();
        for (int day = 5; day <= 9; day++) {
            notes.temperature(day, "08:00", "38.6").lab(day, "06:00", "neutrophils", "0.2 10*9/L");
        }

        assertThat(since(notes, time(6, "23:00"), neutropenicFever())).isEqualTo(time(5, "08:00"));
        assertThat(since(notes, time(7, "00:00"), neutropenicFever())).isEqualTo(time(7, "00:00"));
        assertThat(since(notes, time(9, "12:00"), neutropenicFever())).isEqualTo(time(7, "00:00"));
    }

    @Test
    void theOrderOfArrivalNeverMatters() {
        var notes = systolic(systolic(systolic(febrile(), "10:00", 84), "12:00", 120), "14:00", 84);
        notes.drug(1, "11:00", "tocilizumab").lab(1, "06:00", "neutrophils", "0.2 10*9/L");
        var shuffled = new ArrayList<>(notes.observations());
        Collections.shuffle(shuffled, new Random(5));
        var table = new ProtocolTable(
                "test", List.of(row("r-1", crs(2, 2)), row("r-2", neutropenicFever()), row("r-3", crs(1, 3))));
        var at = time(1, "15:00");

        assertThat(CurrentPrompts.of(table, facts(notes.patient(at, shuffled)), List.of()))
                .isEqualTo(CurrentPrompts.of(table, facts(notes, at), List.of()));
    }

    @Test
    void aRetractedReadingLeavesNoTrace() {
        var with = systolic(systolic(systolic(febrile(), "10:00", 84), "12:00", 120), "14:00", 84);
        var kept = with.observations().stream()
                .filter(observation -> !observation.effectiveAt().equals(time(1, "12:00")))
                .toList();
        var at = time(1, "15:00");
        var table = new ProtocolTable("test", List.of(row("r-1", crs(2, 2))));

        var current = CurrentPrompts.of(table, facts(with.patient(at, kept)), List.of());

        assertThat(current.prompts().getFirst().fitting().since()).isEqualTo(time(1, "10:00"));
    }

    /// Two times: the rows of the past are those that the record shows for it.
    @Test
    void theRowsOfThePastAreThoseOfThatTime() {
        var notes = systolic(febrile(), "10:00", 84);
        Instant later = time(1, "10:00");

        assertThat(TestRows.fits(notes, later.minus(Duration.ofMinutes(1)), crs(2, 2)))
                .isFalse();
        assertThat(TestRows.fits(notes, later, crs(2, 2))).isTrue();
    }
}
