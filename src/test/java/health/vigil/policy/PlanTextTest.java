package health.vigil.policy;

import health.vigil.alert.CheckPart;
import health.vigil.alert.LaboratoryPlan;
import health.vigil.alert.MonitoringPlan;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlanTextTest {
    private static MonitoringPlan plan(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(PlanSettings.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValues(settings)
                .build();
        return PlanText.plan(config.getConfigMapping(PlanSettings.class));
    }

    @Test
    void theSettingsOfNobodyAreThePlan() {
        assertThat(plan(Map.of())).isEqualTo(MonitoringPlan.DEFAULT);
    }

    @Test
    void aHospitalSetsItsOwn() {
        var plan = plan(Map.of(
                "vigil.plan.night-from", "23:30", "vigil.plan.lab-set", "crp, alt/ast", "vigil.plan.grace", "0S"));

        assertThat(plan.retry().nightFrom()).isEqualTo(LocalTime.of(23, 30));
        assertThat(plan.labs().set()).extracting(CheckPart::word).containsExactly("crp", "alt-or-ast");
        assertThat(plan.grace()).isZero();
        assertThat(plan.labs().daily()).isEqualTo(LaboratoryPlan.DEFAULT.daily());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cortisol", "alt/", "/"})
    void anAnalyteThatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> PlanText.result(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("analyte");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "22", "25:00", "10 pm"})
    void aTimeThatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> PlanText.time(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a time such as 22:00");
    }
}
