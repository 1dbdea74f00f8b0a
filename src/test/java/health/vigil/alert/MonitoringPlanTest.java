package health.vigil.alert;

import health.vigil.alert.MonitoringPlan.Severity;
import health.vigil.grading.Grade;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MonitoringPlanTest {
    private static final Instant INFUSED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant NOW = INFUSED.plus(Duration.ofHours(50));
    private static final Severity WELL = new Severity(Grade.ZERO, Grade.ZERO);
    private static final MonitoringPlan PLAN = MonitoringPlan.DEFAULT;

    private static CheckFacts facts(Pause... pauses) {
        return new CheckFacts(
                INFUSED,
                Optional.empty(),
                Check.ICE,
                true,
                Map.of(Check.VITAL_SIGNS, NOW, Check.ICE, NOW, Check.LABS, NOW),
                List.of(pauses));
    }

    private static Duration until(List<DueCheck> due, Check check) {
        return due.stream()
                .filter(each -> each.check() == check)
                .map(each -> Duration.between(NOW, each.dueAt()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "ZERO, ZERO, 4, 12",
        "UNKNOWN, UNKNOWN, 4, 12",
        "ONE, ZERO, 2, 8",
        "TWO, ZERO, 2, 8",
        "ZERO, ONE, 4, 8",
        "ZERO, TWO, 4, 4",
        "THREE, THREE, 2, 4",
        "UNKNOWN, ONE, 4, 8"
    })
    void theWorseTheGradesTheMoreOftenAPatientIsChecked(Grade crs, Grade icans, int vitalHours, int neuroHours) {
        var due = PLAN.due(facts(), new Severity(crs, icans), NOW);

        assertThat(until(due, Check.VITAL_SIGNS)).isEqualTo(Duration.ofHours(vitalHours));
        assertThat(until(due, Check.ICE)).isEqualTo(Duration.ofHours(neuroHours));
        assertThat(until(due, Check.LABS)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void aCheckThatWasNeverDoneIsDueFromTheInfusionOn() {
        var never = new CheckFacts(INFUSED, Optional.empty(), Check.CAPD, true, Map.of(), List.of());

        assertThat(PLAN.due(never, WELL, NOW))
                .extracting(DueCheck::check, DueCheck::dueAt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Check.VITAL_SIGNS, INFUSED.plus(Duration.ofHours(4))),
                        org.assertj.core.groups.Tuple.tuple(Check.CAPD, INFUSED.plus(Duration.ofHours(12))),
                        org.assertj.core.groups.Tuple.tuple(Check.LABS, INFUSED.plus(Duration.ofHours(24))));
    }

    @Test
    void aCheckIsOverdueFromTheInstantItIsDue() {
        var due = new DueCheck(Check.ICE, NOW, Optional.empty());

        assertThat(due.overdueAt(NOW.minusNanos(1000))).isFalse();
        assertThat(due.overdueAt(NOW)).isTrue();
        assertThat(due.overdueAt(NOW.plusNanos(1000))).isTrue();
    }

    @Test
    void theBaselineIsDueBeforeTheInfusionAndNothingElseIs() {
        var before = new CheckFacts(INFUSED, Optional.empty(), Check.ICE, false, Map.of(), List.of());

        var due = PLAN.due(before, WELL, INFUSED.minusSeconds(3600));

        assertThat(due).containsExactly(new DueCheck(Check.BASELINE_ICE, INFUSED, Optional.empty()));
    }

    @Test
    void nobodyIsCheckedAfterTheEnd() {
        var ended = new CheckFacts(INFUSED, Optional.of(NOW), Check.ICE, false, Map.of(), List.of());

        assertThat(PLAN.due(ended, WELL, NOW)).isEmpty();
        assertThat(PLAN.due(ended, WELL, NOW.minusSeconds(1))).isNotEmpty();
    }

    @Test
    void aPauseMovesWhatIsDueInItToItsEndAndNothingElse() {
        var end = NOW.plus(Duration.ofHours(6));
        var asleep = new Pause(Check.VITAL_SIGNS, Pause.Reason.ASLEEP, NOW, end);

        var due = PLAN.due(facts(asleep), WELL, NOW);

        assertThat(due).contains(new DueCheck(Check.VITAL_SIGNS, end, Optional.of(asleep)));
        assertThat(until(due, Check.ICE)).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void aPauseThatEndsBeforeTheCheckIsDueChangesNothing() {
        var nap = new Pause(Check.VITAL_SIGNS, Pause.Reason.ASLEEP, NOW, NOW.plusSeconds(600));

        assertThat(until(PLAN.due(facts(nap), WELL, NOW), Check.VITAL_SIGNS)).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void aPauseThatIsOverHasMadeTheCheckDueAtItsEnd() {
        var later = NOW.plus(Duration.ofHours(7));
        var end = NOW.plus(Duration.ofHours(6));
        var over = new Pause(Check.VITAL_SIGNS, Pause.Reason.REFUSED, NOW, end);

        assertThat(PLAN.due(facts(over), WELL, later)).contains(new DueCheck(Check.VITAL_SIGNS, end, Optional.empty()));
    }

    @Test
    void aPlanThatNobodyCanMeanIsRefused() {
        assertThatThrownBy(() -> new MonitoringPlan(
                        Duration.ofHours(2),
                        Duration.ofHours(4),
                        Duration.ofHours(12),
                        Duration.ofHours(8),
                        Duration.ofHours(4),
                        Duration.ofHours(24),
                        Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rarer in CRS");
    }
}
