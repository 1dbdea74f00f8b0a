package health.vigil.alert;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AlertTableTest {
    @Test
    void everyRuleHasARow() {
        assertThat(AlertTable.DEFAULT.rows()).containsOnlyKeys(AlertRule.values());
    }

    @Test
    void aTableWithoutARowIsRefused() {
        var rows = new EnumMap<>(AlertTable.DEFAULT.rows());
        rows.remove(AlertRule.DOSE_LIMIT);

        assertThatThrownBy(() -> new AlertTable(rows)).hasMessageContaining("dose-limit");
    }

    @Test
    void whatIsHighEscalates() {
        var silent = new AlertTable.Row(Priority.HIGH, new Escalation(List.of()), Duration.ZERO);

        assertThatThrownBy(() -> AlertTable.DEFAULT.with(Map.of(AlertRule.CRS_GRADE_4, silent)))
                .hasMessageContaining("crs-grade-4 has priority high, so it needs an escalation step");
    }

    @Test
    void aStepOfNothingIsRefused() {
        var hasty = new AlertTable.Row(Priority.LOW, new Escalation(List.of(Duration.ZERO)), Duration.ZERO);

        assertThatThrownBy(() -> AlertTable.DEFAULT.with(Map.of(AlertRule.EARLY_SIGN, hasty)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// A grade of a patient who has died, a check and a single event do not swing.
    @Test
    void whatSwingsSettlesForLonger() {
        assertThat(settlingFor(Duration.ofMinutes(10)))
                .containsExactlyInAnyOrder(
                        AlertRule.CRS_GRADE_1,
                        AlertRule.CRS_GRADE_2,
                        AlertRule.CRS_GRADE_2_SINGLE,
                        AlertRule.CRS_GRADE_3,
                        AlertRule.CRS_GRADE_4,
                        AlertRule.CRS_GRADE_JUMP,
                        AlertRule.ICANS_GRADE_1,
                        AlertRule.ICANS_GRADE_2,
                        AlertRule.ICANS_GRADE_3,
                        AlertRule.ICANS_GRADE_4,
                        AlertRule.ICANS_GRADE_JUMP,
                        AlertRule.POSSIBLE_MASKED_CRS,
                        AlertRule.POSSIBLE_MASKED_CRS_TREATED,
                        AlertRule.IMPLAUSIBLE_VALUE);
        assertThat(settlingFor(Duration.ofMinutes(2)))
                .containsExactlyInAnyOrder(AlertRule.QUARANTINE_GROWING, AlertRule.OUTBOX_LATE);
        assertThat(settlingFor(Duration.ZERO)).hasSize(AlertRule.values().length - 16);
    }

    private static List<AlertRule> settlingFor(Duration time) {
        return Arrays.stream(AlertRule.values())
                .filter(rule -> AlertTable.DEFAULT.row(rule).settles().equals(time))
                .toList();
    }

    @Test
    void aHospitalMapsAGradeToItsOwnPriority() {
        var low = new AlertTable.Row(Priority.LOW, new Escalation(List.of()), Duration.ZERO);

        var table = AlertTable.DEFAULT.with(Map.of(AlertRule.CRS_GRADE_2, low));

        assertThat(table.row(AlertRule.CRS_GRADE_2).priority()).isEqualTo(Priority.LOW);
        assertThat(table.row(AlertRule.CRS_GRADE_3).priority()).isEqualTo(Priority.HIGH);
    }
}
