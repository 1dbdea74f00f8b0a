package health.vigil.grading;

import health.vigil.observation.Component;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static health.vigil.grading.Entries.seized;
import static health.vigil.grading.Entries.seizedWithoutReturn;
import static health.vigil.grading.Entries.seizing;
import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.attributed;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.seizure;
import static health.vigil.grading.Story.up;
import static org.assertj.core.api.Assertions.assertThat;

/// Two seizures close to each other, and the flag of a seizure without return to baseline.
class RepetitiveSeizuresTest {
    private static Instant minutes(long minutes) {
        return hour(10).plus(Duration.ofMinutes(minutes));
    }

    @Test
    void twoWithinADayWithoutReturnBetweenThemAreRepetitive() {
        var story = Story.begin().at(10, seizedWithoutReturn("1")).at(34, seized("1"));

        assertThat(story.icans(hour(34).minus(STEP))).isEqualTo(Grade.THREE);
        assertThat(up(story, Flag.STATUS_EPILEPTICUS, hour(34).minus(STEP))).isFalse();
        assertThat(story.icans(34)).isEqualTo(Grade.FOUR);
        assertThat(story.icans(58)).isEqualTo(Grade.FOUR);
        assertThat(up(story, Flag.STATUS_EPILEPTICUS, hour(58))).isTrue();
        assertThat(story.icans(hour(58).plus(STEP))).isEqualTo(Grade.UNKNOWN);
    }

    @Test
    void furtherApartOrWithReturnTheyAreNot() {
        var late = hour(34).plus(STEP);
        var returned = Story.begin().at(10, seizure("1", true, true)).at(11, seized("1"));
        var notTold = Story.begin().at(10, seized("1")).at(11, seized("1"));
        var onlyTheLater = Story.begin().at(10, seized("1")).at(11, seizedWithoutReturn("1"));

        assertThat(Story.begin()
                        .at(10, seizedWithoutReturn("1"))
                        .at(late, seized("1"))
                        .icans(late))
                .isEqualTo(Grade.THREE);
        for (var story : List.of(returned, notTold, onlyTheLater)) {
            assertThat(story.icans(11)).isEqualTo(Grade.THREE);
        }
    }

    @Test
    void anEarlierOneThatHadNotResolvedMakesNoneRepetitive() {
        var story = Story.begin().at(10, seizure("1", false, false)).at(minutes(2), seizing("1"));

        assertThat(story.icans(minutes(2))).isEqualTo(Grade.THREE);
        assertThat(story.icans(minutes(5))).isEqualTo(Grade.THREE);
    }

    @Test
    void aSecondOneThatGoesOnIsRepetitiveToo() {
        var story = Story.begin().at(10, seizedWithoutReturn("1")).at(12, seizing("1"));

        assertThat(story.icans(12)).isEqualTo(Grade.FOUR);
        assertThat(up(story, Flag.STATUS_EPILEPTICUS, hour(12))).isTrue();
    }

    @Test
    void theRecordThatEndsOneIsNoSecondSeizure() {
        var begin = hour(34).minus(Duration.ofMinutes(2));
        var story = Story.begin()
                .at(10, seizedWithoutReturn("1"))
                .at(begin, seizing("1"))
                .at(34, seized("1"));

        assertThat(story.icans(begin.plus(Duration.ofHours(24)))).isEqualTo(Grade.FOUR);
        assertThat(story.icans(begin.plus(Duration.ofHours(24)).plus(STEP))).isEqualTo(Grade.THREE);
        assertThat(story.icans(58)).isEqualTo(Grade.THREE);
        assertThat(story.icans(hour(58).plus(STEP))).isEqualTo(Grade.UNKNOWN);
    }

    @Test
    void theRecordThatEndsOneCanBeTheEarlierOfTwo() {
        var story = Story.begin()
                .at(10, seizing("1"))
                .at(minutes(2), seizedWithoutReturn("1"))
                .at(12, seized("1"));

        assertThat(story.icans(minutes(2))).isEqualTo(Grade.THREE);
        assertThat(story.icans(12)).isEqualTo(Grade.FOUR);
    }

    @Test
    void oneShortSeizureWithoutReturnIsThreeAndPostIctal() {
        var story = Story.begin().at(10, seizedWithoutReturn("5"));

        assertThat(story.icans(10)).isEqualTo(Grade.THREE);
        assertThat(up(story, Flag.POST_ICTAL, hour(34))).isTrue();
        assertThat(up(story, Flag.POST_ICTAL, hour(34).plus(STEP))).isFalse();
        assertThat(up(Story.begin().at(10, seizedWithoutReturn("5.1")), Flag.POST_ICTAL, hour(10)))
                .isFalse();
        assertThat(up(Story.begin().at(10, seized("5")), Flag.POST_ICTAL, hour(10)))
                .isFalse();
        assertThat(up(story.at(11, attributed(Component.SEIZURE, 11)), Flag.POST_ICTAL, hour(11)))
                .isFalse();
    }

    @Test
    void theFirstOfTwoStaysPostIctalForItsOwnDay() {
        var story = Story.begin().at(10, seizedWithoutReturn("1")).at(20, seized("1"));

        assertThat(up(story, Flag.POST_ICTAL, hour(34))).isTrue();
        assertThat(up(story, Flag.POST_ICTAL, hour(34).plus(STEP))).isFalse();
    }
}
