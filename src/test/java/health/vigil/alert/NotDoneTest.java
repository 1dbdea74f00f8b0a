package health.vigil.alert;

import health.vigil.grading.Grade;
import health.vigil.observation.NotDoneReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static health.vigil.alert.PlanStory.BERLIN;
import static health.vigil.alert.PlanStory.WELL;
import static health.vigil.alert.PlanStory.after;
import static health.vigil.alert.PlanStory.allDone;
import static health.vigil.alert.PlanStory.severity;
import static org.assertj.core.api.Assertions.assertThat;

/// A check that could not be done does not restart its interval.
class NotDoneTest {
    /// 13:00 in Berlin.
    private static final Instant DONE = after(Duration.ofHours(50));

    private static final Instant OWN = DONE.plus(Duration.ofHours(12));

    private static DueCheck ice(Instant missed) {
        return allDone(DONE).notDone(NotDoneReason.ASLEEP, missed).due(Check.ICE, WELL, missed);
    }

    @ParameterizedTest
    @EnumSource
    void itIsShownWithItsReason(NotDoneReason reason) {
        var due = allDone(DONE).notDone(reason, OWN).due(Check.ICE, WELL, OWN);

        assertThat(due.notDone()).contains(new NotDone(reason, OWN));
    }

    @Test
    void itIsDueAgainAfterAWhileWhenItWasDue() {
        var missed = Instant.parse("2026-03-05T12:00:00Z");

        assertThat(ice(missed).dueAt()).isEqualTo(missed.plus(Duration.ofHours(1)));
        assertThat(ice(missed).overdueAt(missed)).isFalse();
        assertThat(ice(missed).overdueAt(missed.plus(Duration.ofHours(1)))).isTrue();
    }

    @Test
    void itIsNeverDueBeforeItsOwnTime() {
        var soon = DONE.plus(Duration.ofMinutes(5));

        assertThat(ice(soon).dueAt()).isEqualTo(OWN);
        assertThat(ice(soon).notDone()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        // Berlin is an hour ahead of UTC until 29 March, 02:00, then two.
        "2026-03-20T20:59:59.999999Z, 1",
        "2026-03-20T21:00:00Z, 2",
        "2026-03-20T23:30:00Z, 2",
        "2026-03-21T04:59:59.999999Z, 2",
        "2026-03-21T05:00:00Z, 1",
        "2026-03-28T21:00:00Z, 2",
        "2026-03-29T00:59:59Z, 2",
        "2026-03-29T01:00:00Z, 2",
        "2026-03-29T03:59:59.999999Z, 2",
        "2026-03-29T04:00:00Z, 1",
        "2026-03-29T19:59:59.999999Z, 1",
        "2026-03-29T20:00:00Z, 2",
        // And back to one on 25 October.
        "2026-10-24T20:00:00Z, 2",
        "2026-10-25T04:00:00Z, 2",
        "2026-10-25T04:59:59.999999Z, 2",
        "2026-10-25T05:00:00Z, 1",
        "2026-10-25T20:00:00Z, 1",
        "2026-10-25T21:00:00Z, 2"
    })
    void theNightIsTheHospitals(Instant missed, int hours) {
        assertThat(Retry.DEFAULT.after(missed, BERLIN)).isEqualTo(missed.plus(Duration.ofHours(hours)));
    }

    @Test
    void aNightMayLieWithinOneDay() {
        var siesta = new Retry(Duration.ofHours(1), Duration.ofHours(2), LocalTime.of(13, 0), LocalTime.of(15, 0));
        var two = Instant.parse("2026-03-20T13:00:00Z");

        assertThat(siesta.after(two, BERLIN)).isEqualTo(two.plus(Duration.ofHours(2)));
        assertThat(siesta.after(two.plus(Duration.ofHours(1)), BERLIN)).isEqualTo(two.plus(Duration.ofHours(2)));
        assertThat(siesta.after(two.minus(Duration.ofHours(2)), BERLIN)).isEqualTo(two.minus(Duration.ofHours(1)));
    }

    @Test
    void aCheckThatWasDoneSinceIsNotMissed() {
        var before = DONE.minus(Duration.ofMinutes(1));

        assertThat(ice(before).notDone()).isEmpty();
        assertThat(ice(before).dueAt()).isEqualTo(OWN);
        assertThat(ice(DONE).notDone()).isEmpty();
    }

    @Test
    void itConcernsNoOtherCheck() {
        var due = allDone(DONE).notDone(NotDoneReason.AWAY, OWN).due(Check.VITAL_SIGNS, WELL, OWN);

        assertThat(due.notDone()).isEmpty();
        assertThat(due.dueAt()).isEqualTo(DONE.plus(Duration.ofHours(4)));
    }

    @Test
    void aLevelOfConsciousnessDoesTheCheckOfIcansThreeThatWasNotDone() {
        var icansThree = severity(Grade.ZERO, Grade.THREE);
        var story = allDone(DONE).notDone(NotDoneReason.REFUSED, OWN).seen(CheckPart.Bedside.CONSCIOUSNESS, OWN);

        var due = story.due(Check.ICE, icansThree, OWN);

        assertThat(due.notDone()).isEmpty();
        assertThat(due.dueAt()).isEqualTo(OWN.plus(Duration.ofHours(2)));
    }
}
