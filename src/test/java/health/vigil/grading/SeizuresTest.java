package health.vigil.grading;

import health.vigil.observation.Component;
import java.time.Duration;
import java.time.Instant;
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
import static org.assertj.core.api.Assertions.assertThat;

/// Seizures: how long they lasted, whether they are over, and whether they repeat.
class SeizuresTest {
    private static final Instant BEGIN = hour(10);

    private static Instant minutes(double minutes) {
        return BEGIN.plusNanos(Math.round(minutes * 60_000_000) * 1000);
    }

    @Test
    void aSeizureThatGoesOnIsThreeAndFourOnceFiveMinutesHavePassed() {
        var story = Story.begin().at(BEGIN, seizing("1"));

        assertThat(story.icans(BEGIN)).isEqualTo(Grade.THREE);
        assertThat(story.icans(minutes(5))).isEqualTo(Grade.THREE);
        assertThat(story.icans(minutes(5).plus(STEP))).isEqualTo(Grade.FOUR);
        assertThat(story.icans(1000)).isEqualTo(Grade.FOUR);
    }

    @Test
    void aSeizureThatGoesOnIsStatusEpilepticusFromFiveMinutesOn() {
        var story = Story.begin().at(BEGIN, seizing("1"));

        assertThat(up(story, Flag.STATUS_EPILEPTICUS, minutes(5).minus(STEP))).isFalse();
        assertThat(up(story, Flag.STATUS_EPILEPTICUS, minutes(5))).isTrue();
        assertThat(up(story, Flag.STATUS_EPILEPTICUS, hour(1000))).isTrue();
        assertThat(story.at(BEGIN).nextChange()).contains(minutes(5));
        assertThat(story.at(minutes(5)).nextChange()).contains(minutes(5).plus(STEP));
    }

    @ParameterizedTest
    @CsvSource({"4.9, THREE, false", "5, THREE, true", "5.01, FOUR, true"})
    void aSeizureThatGoesOnIsFourAtOnceIfItAlreadyLastedLonger(String minutes, Grade grade, boolean status) {
        var story = Story.begin().at(BEGIN, seizing(minutes));

        assertThat(story.icans(BEGIN)).isEqualTo(grade);
        assertThat(up(story, Flag.STATUS_EPILEPTICUS, BEGIN)).isEqualTo(status);
    }

    @Test
    void onceResolvedItCountsForADayFromThatRecord() {
        var story = Story.begin().at(BEGIN, seizing("1")).at(minutes(5), seized("1"));

        assertThat(story.icans(minutes(5).plus(STEP))).isEqualTo(Grade.THREE);
        assertThat(story.icans(minutes(5).plus(Duration.ofHours(24)))).isEqualTo(Grade.THREE);
        assertThat(story.icans(minutes(5).plus(Duration.ofHours(24)).plus(STEP)))
                .isEqualTo(Grade.UNKNOWN);
        assertThat(up(story, Flag.STATUS_EPILEPTICUS, minutes(5).plus(Duration.ofHours(24))))
                .isTrue();
    }

    @Test
    void itIsFourAfterwardsIfMoreThanFiveMinutesLieBetweenTheTwoRecords() {
        var end = minutes(5).plus(STEP);
        var story = Story.begin().at(BEGIN, seizing("1")).at(end, seized("1"));

        assertThat(story.icans(end)).isEqualTo(Grade.FOUR);
        assertThat(story.icans(end.plus(Duration.ofHours(24)))).isEqualTo(Grade.FOUR);
        assertThat(story.icans(end.plus(Duration.ofHours(24)).plus(STEP))).isEqualTo(Grade.UNKNOWN);
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

        assertThat(story.icans(minutes(10))).isEqualTo(grade);
        assertThat(up(story, Flag.STATUS_EPILEPTICUS, minutes(10))).isEqualTo(status);
    }

    @Test
    void aRecordOfTheSameInstantDoesNotEndIt() {
        var story = Story.begin().at(BEGIN, seizing("1")).at(BEGIN, seized("1"));

        assertThat(story.icans(500)).isEqualTo(Grade.FOUR);
    }

    @Test
    void oneResolvedRecordEndsAllThatGoOnOfEitherType() {
        var story = Story.begin()
                .at(BEGIN, seizing("1"))
                .at(minutes(2), electrographic("1", false))
                .at(minutes(4), electrographic("1", true));

        assertThat(story.icans(minutes(10))).isEqualTo(Grade.THREE);
        assertThat(story.icans(minutes(4).plus(Duration.ofHours(24)).plus(STEP)))
                .isEqualTo(Grade.UNKNOWN);
    }

    @Test
    void theFirstRecordOfSeveralThatGoOnMeasuresTheFiveMinutes() {
        var story = Story.begin()
                .at(BEGIN, seizing("1"))
                .at(minutes(4), seizing("1"))
                .at(minutes(6), seized("1"));

        assertThat(story.icans(minutes(5).plus(STEP))).isEqualTo(Grade.FOUR);
        assertThat(story.icans(minutes(6))).isEqualTo(Grade.FOUR);
    }

    @Test
    void anElectrographicSeizureCountsAsAClinicalOne() {
        assertThat(Story.begin().at(BEGIN, electrographic("5", true)).icans(BEGIN))
                .isEqualTo(Grade.THREE);
        assertThat(Story.begin().at(BEGIN, electrographic("5.1", true)).icans(BEGIN))
                .isEqualTo(Grade.FOUR);
    }

    @Test
    void aLengthThatNobodyMeasuredIsTakenAsShortAndFlagged() {
        var story = Story.begin().at(10, seized(""));

        assertThat(story.icans(10)).isEqualTo(Grade.THREE);
        assertThat(up(story, Flag.SEIZURE_LENGTH_NOT_KNOWN, hour(34))).isTrue();
        assertThat(up(story, Flag.SEIZURE_LENGTH_NOT_KNOWN, hour(34).plus(STEP)))
                .isFalse();
        assertThat(up(Story.begin().at(10, seized("1")), Flag.SEIZURE_LENGTH_NOT_KNOWN, hour(10)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'', 1, true", "1, '', true", "1, 1, false"})
    void theLengthOfOneThatWentOnIsAskedAboutToo(String first, String last, boolean asked) {
        var story = Story.begin().at(BEGIN, seizing(first)).at(minutes(2), seized(last));

        assertThat(up(story, Flag.SEIZURE_LENGTH_NOT_KNOWN, BEGIN)).isEqualTo(first.isEmpty());
        assertThat(up(story, Flag.SEIZURE_LENGTH_NOT_KNOWN, minutes(10))).isEqualTo(asked);
    }

    @Test
    void anAttributedSeizureIsZero() {
        var story = Story.begin().at(10, ice(10)).at(11, seizing("6")).at(12, attributed(Component.SEIZURE, 12));

        assertThat(story.icans(hour(12).minus(STEP))).isEqualTo(Grade.FOUR);
        assertThat(story.icans(12)).isEqualTo(Grade.ZERO);
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
        assertThat(Story.begin().at(10, seizure(minutes, resolved, returned)).icans(10))
                .isEqualTo(grade);
    }

    @Test
    void theWorstSeizureOfTheDayCounts() {
        var story = Story.begin().at(10, seizure("6", true, true)).at(20, seizure("1", true, true));

        assertThat(story.icans(hour(34))).isEqualTo(Grade.FOUR);
        assertThat(story.icans(hour(34).plus(Story.STEP))).isEqualTo(Grade.THREE);
        assertThat(story.icans(hour(44).plus(Story.STEP))).isEqualTo(Grade.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"4.9, false", "5, true"})
    void aSeizureOfFiveMinutesIsStatusEpilepticus(String minutes, boolean status) {
        var flags = Story.begin()
                .at(10, seizure(minutes, true, true))
                .at(10.0)
                .icans()
                .flags();

        assertThat(flags.contains(Flag.STATUS_EPILEPTICUS)).isEqualTo(status);
    }
}
