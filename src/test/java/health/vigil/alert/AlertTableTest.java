package health.vigil.alert;

import java.time.Duration;
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
                .hasMessageContaining("crs-grade-4 is high and never escalates");
    }

    @Test
    void aStepOfNothingIsRefused() {
        var hasty = new AlertTable.Row(Priority.LOW, new Escalation(List.of(Duration.ZERO)), Duration.ZERO);

        assertThatThrownBy(() -> AlertTable.DEFAULT.with(Map.of(AlertRule.EARLY_SIGN, hasty)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHospitalMapsAGradeToItsOwnPriority() {
        var low = new AlertTable.Row(Priority.LOW, new Escalation(List.of()), Duration.ZERO);

        var table = AlertTable.DEFAULT.with(Map.of(AlertRule.CRS_GRADE_2, low));

        assertThat(table.row(AlertRule.CRS_GRADE_2).priority()).isEqualTo(Priority.LOW);
        assertThat(table.row(AlertRule.CRS_GRADE_3).priority()).isEqualTo(Priority.HIGH);
    }
}
