package health.vigil.grading;

import health.vigil.observation.Finding;
import health.vigil.observation.VasopressorAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.finding;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.started;
import static health.vigil.grading.Story.stopped;
import static health.vigil.grading.Story.temperature;
import static org.assertj.core.api.Assertions.assertThat;

/// A dose in several infusions: grading begins at the first one, and an onset is compared with the newest one.
class SplitDoseTest {
    private static final Instant SECOND = hour(15 * 24);

    private static boolean up(Instant onset, Flag flag, Instant... further) {
        var story = Story.begin().infusedAgain(further).at(onset, temperature("38"));
        return story.at(onset).crs().flags().contains(flag);
    }

    @Test
    void anOnsetIsLateAfterFourteenDaysOfTheNewestInfusion() {
        var late = SECOND.plus(Duration.ofDays(14));

        assertThat(up(SECOND, Flag.LATE_ONSET, SECOND)).isFalse();
        assertThat(up(late, Flag.LATE_ONSET, SECOND)).isFalse();
        assertThat(up(late.plus(STEP), Flag.LATE_ONSET, SECOND)).isTrue();
    }

    @Test
    void anInfusionAfterTheOnsetIsNotCompared() {
        var justBefore = SECOND.minus(STEP);
        var story = Story.begin().infusedAgain(SECOND).at(justBefore, temperature("38"));

        assertThat(up(justBefore, Flag.LATE_ONSET, SECOND)).isTrue();
        assertThat(story.at(SECOND).crs().flags()).contains(Flag.LATE_ONSET);
    }

    @Test
    void feverWithinSixHoursOfTheNewestInfusionIsFlagged() {
        var sixHours = SECOND.plus(Duration.ofHours(6));

        assertThat(up(SECOND, Flag.FEVER_WITHIN_6H_OF_INFUSION, SECOND)).isTrue();
        assertThat(up(sixHours, Flag.FEVER_WITHIN_6H_OF_INFUSION, SECOND)).isTrue();
        assertThat(up(sixHours.plus(STEP), Flag.FEVER_WITHIN_6H_OF_INFUSION, SECOND))
                .isFalse();
    }

    @Test
    void theOrderInWhichInfusionsAreNamedDoesNotMatter() {
        var third = SECOND.plus(Duration.ofDays(1));

        assertThat(up(third, Flag.FEVER_WITHIN_6H_OF_INFUSION, third, SECOND)).isTrue();
        assertThat(up(third, Flag.FEVER_WITHIN_6H_OF_INFUSION, SECOND, third)).isTrue();
    }

    @Test
    void coursesFindingsAndPeaksGoOn() {
        var story = Story.begin()
                .infusedAgain(hour(24))
                .at(20, temperature("38"))
                .at(20, started(VasopressorAgent.DOPAMINE))
                .at(20, finding(Finding.PAPILLOEDEMA, true))
                .at(22, stopped(VasopressorAgent.DOPAMINE));
        var report = story.at(30.0);

        assertThat(report.crs().onset().orElseThrow()).isEqualTo(hour(20));
        assertThat(report.crs().peak().orElseThrow()).isEqualTo(new Peak(Grade.THREE, hour(20)));
        assertThat(report.icans().grade()).isEqualTo(Grade.FOUR);
        assertThat(EnumSet.copyOf(report.crs().flags()).stream()
                        .filter(flag -> flag == Flag.FEVER_WITHIN_6H_OF_INFUSION)
                        .collect(Collectors.toSet()))
                .isEmpty();
    }

    @Test
    void aTemperatureOfLongBeforeTheSecondInfusionIsStaleAllTheSame() {
        var story = Story.begin().infusedAgain(hour(34)).at(10, temperature("37"));

        assertThat(story.crs(hour(34).plus(STEP))).isEqualTo(Grade.UNKNOWN);
    }
}
