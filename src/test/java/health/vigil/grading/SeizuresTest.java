package health.vigil.grading;

import health.vigil.observation.Component;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.grading.Entries.electrographic;
import static health.vigil.grading.Entries.seized;
import static health.vigil.grading.Entries.seizing;
import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.attributed;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.ice;
import static health.vigil.grading.Story.seizure;
import static health.vigil.grading.Story.up;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Seizures: how long they lasted, whether they are over, and whether they repeat.
class SeizuresTest {
    private static final Instant BEGIN = hour(10);

    private static Instant minutes(double minutes) {
        return BEGIN.plusNanos(Math.round(minutes * 60_000_000) * 1000);
    }

    @Test
    void aSeizureThatGoesOnIsThreeAndFourOnceFiveMinutesHavePassed() {
        var story = Story.begin().at(BEGIN, seizing("1"));

        assertEquals(Grade.THREE, story.icans(BEGIN));
        assertEquals(Grade.THREE, story.icans(minutes(5)));
        assertEquals(Grade.FOUR, story.icans(minutes(5).plus(STEP)));
        assertEquals(Grade.FOUR, story.icans(1000));
    }

    @Test
    void aSeizureThatGoesOnIsStatusEpilepticusFromFiveMinutesOn() {
        var story = Story.begin().at(BEGIN, seizing("1"));

        assertFalse(up(story, Flag.STATUS_EPILEPTICUS, minutes(5).minus(STEP)));
        assertTrue(up(story, Flag.STATUS_EPILEPTICUS, minutes(5)));
        assertTrue(up(story, Flag.STATUS_EPILEPTICUS, hour(1000)));
        assertEquals(Optional.of(minutes(5)), story.at(BEGIN).nextChange());
        assertEquals(Optional.of(minutes(5).plus(STEP)), story.at(minutes(5)).nextChange());
    }

    @ParameterizedTest
    @CsvSource({"4.9, THREE, false", "5, THREE, true", "5.01, FOUR, true"})
    void aSeizureThatGoesOnIsFourAtOnceIfItAlreadyLastedLonger(String minutes, Grade grade, boolean status) {
        var story = Story.begin().at(BEGIN, seizing(minutes));

        assertEquals(grade, story.icans(BEGIN));
        assertEquals(status, up(story, Flag.STATUS_EPILEPTICUS, BEGIN));
    }

    @Test
    void onceResolvedItCountsForADayFromThatRecord() {
        var story = Story.begin().at(BEGIN, seizing("1")).at(minutes(5), seized("1"));

        assertEquals(Grade.THREE, story.icans(minutes(5).plus(STEP)));
        assertEquals(Grade.THREE, story.icans(minutes(5).plus(Duration.ofHours(24))));
        assertEquals(
                Grade.UNKNOWN, story.icans(minutes(5).plus(Duration.ofHours(24)).plus(STEP)));
        assertTrue(up(story, Flag.STATUS_EPILEPTICUS, minutes(5).plus(Duration.ofHours(24))));
    }

    @Test
    void itIsFourAfterwardsIfMoreThanFiveMinutesLieBetweenTheTwoRecords() {
        var end = minutes(5).plus(STEP);
        var story = Story.begin().at(BEGIN, seizing("1")).at(end, seized("1"));

        assertEquals(Grade.FOUR, story.icans(end));
        assertEquals(Grade.FOUR, story.icans(end.plus(Duration.ofHours(24))));
        assertEquals(Grade.UNKNOWN, story.icans(end.plus(Duration.ofHours(24)).plus(STEP)));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 1, THREE, true",
        "5.01, 1, FOUR, true",
        "1, 5, THREE, true",
        "1, 5.01, FOUR, true",
        "1, 1, THREE, false"
    })
    void theDurationOfEitherRecordCounts(String first, String last, Grade grade, boolean status) {
        var story = Story.begin().at(BEGIN, seizing(first)).at(minutes(1), seized(last));

        assertEquals(grade, story.icans(minutes(10)));
        assertEquals(status, up(story, Flag.STATUS_EPILEPTICUS, minutes(10)));
    }

    @Test
    void aRecordOfTheSameInstantDoesNotEndIt() {
        var story = Story.begin().at(BEGIN, seizing("1")).at(BEGIN, seized("1"));

        assertEquals(Grade.FOUR, story.icans(500));
    }

    @Test
    void oneResolvedRecordEndsAllThatGoOnOfEitherType() {
        var story = Story.begin()
                .at(BEGIN, seizing("1"))
                .at(minutes(2), electrographic("1", false))
                .at(minutes(4), electrographic("1", true));

        assertEquals(Grade.THREE, story.icans(minutes(10)));
        assertEquals(
                Grade.UNKNOWN, story.icans(minutes(4).plus(Duration.ofHours(24)).plus(STEP)));
    }

    @Test
    void theFirstRecordOfSeveralThatGoOnMeasuresTheFiveMinutes() {
        var story = Story.begin()
                .at(BEGIN, seizing("1"))
                .at(minutes(4), seizing("1"))
                .at(minutes(6), seized("1"));

        assertEquals(Grade.FOUR, story.icans(minutes(5).plus(STEP)));
        assertEquals(Grade.FOUR, story.icans(minutes(6)));
    }

    @Test
    void anElectrographicSeizureCountsAsAClinicalOne() {
        assertEquals(
                Grade.THREE, Story.begin().at(BEGIN, electrographic("5", true)).icans(BEGIN));
        assertEquals(
                Grade.FOUR, Story.begin().at(BEGIN, electrographic("5.1", true)).icans(BEGIN));
    }

    @Test
    void aLengthThatNobodyMeasuredIsTakenAsShortAndFlagged() {
        var story = Story.begin().at(10, seized(""));

        assertEquals(Grade.THREE, story.icans(10));
        assertTrue(up(story, Flag.SEIZURE_LENGTH_NOT_KNOWN, hour(34)));
        assertFalse(up(story, Flag.SEIZURE_LENGTH_NOT_KNOWN, hour(34).plus(STEP)));
        assertFalse(up(Story.begin().at(10, seized("1")), Flag.SEIZURE_LENGTH_NOT_KNOWN, hour(10)));
    }

    @ParameterizedTest
    @CsvSource({"'', 1, true", "1, '', true", "1, 1, false"})
    void theLengthOfOneThatWentOnIsAskedAboutToo(String first, String last, boolean asked) {
        var story = Story.begin().at(BEGIN, seizing(first)).at(minutes(2), seized(last));

        assertEquals(first.isEmpty(), up(story, Flag.SEIZURE_LENGTH_NOT_KNOWN, BEGIN));
        assertEquals(asked, up(story, Flag.SEIZURE_LENGTH_NOT_KNOWN, minutes(10)));
    }

    @Test
    void anAttributedSeizureIsZero() {
        var story = Story.begin().at(10, ice(10)).at(11, seizing("6")).at(12, attributed(Component.SEIZURE, 12));

        assertEquals(Grade.FOUR, story.icans(hour(12).minus(STEP)));
        assertEquals(Grade.ZERO, story.icans(12));
    }

    @ParameterizedTest
    @CsvSource({
        "4, true, true, THREE",
        "5, true, true, THREE",
        "5.1, true, true, FOUR",
        "1, false, true, THREE",
        "5.1, false, true, FOUR",
        "1, true, false, THREE"
    })
    void aSeizureGradesByItsLength(String minutes, boolean resolved, boolean returned, Grade grade) {
        assertEquals(
                grade,
                Story.begin().at(10, seizure(minutes, resolved, returned)).icans(10));
    }

    @Test
    void theWorstSeizureOfTheDayCounts() {
        var story = Story.begin().at(10, seizure("6", true, true)).at(20, seizure("1", true, true));

        assertEquals(Grade.FOUR, story.icans(hour(34)));
        assertEquals(Grade.THREE, story.icans(hour(34).plus(Story.STEP)));
        assertEquals(Grade.UNKNOWN, story.icans(hour(44).plus(Story.STEP)));
    }

    @ParameterizedTest
    @CsvSource({"4.9, false", "5, true"})
    void aSeizureOfFiveMinutesIsStatusEpilepticus(String minutes, boolean status) {
        var flags = Story.begin()
                .at(10, seizure(minutes, true, true))
                .at(10.0)
                .icans()
                .flags();

        assertEquals(status, flags.contains(Flag.STATUS_EPILEPTICUS));
    }
}
