package health.vigil.policy;

import health.vigil.alert.AlertTable.Row;
import health.vigil.alert.Escalation;
import health.vigil.alert.Priority;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RowTextTest {
    @Test
    void aRowIsAPriorityAndStepsAndATimeToSettle() {
        var row = RowText.read("crs-grade-2", "medium 15m, 30m settles 10m");

        assertThat(row)
                .isEqualTo(new Row(
                        Priority.MEDIUM,
                        new Escalation(List.of(Duration.ofMinutes(15), Duration.ofMinutes(30))),
                        Duration.ofMinutes(10)));
    }

    @Test
    void stepsAndSettlingMayBeLeftOut() {
        assertThat(RowText.read("early-sign", "low"))
                .isEqualTo(new Row(Priority.LOW, new Escalation(List.of()), Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "urgent 5m", "high soon", "5m high", "low settles", "low settles 1m 2m"})
    void whatCannotBeReadIsNamed(String text) {
        assertThatThrownBy(() -> RowText.read("early-sign", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vigil.alert-rules.early-sign");
    }

    @Test
    void aRuleThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> RowText.rule("crs-grade-6")).hasMessageContaining("crs-grade-6");
    }
}
