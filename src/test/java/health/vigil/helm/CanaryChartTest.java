package health.vigil.helm;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CanaryChartTest {
    private static final Map<String, Object> ON =
            Map.of("canary.enabled", true, "canary.url", "https://vigil.example.org", "canary.secret", "vigil-canary");

    @ParameterizedTest
    @EnumSource
    void thereIsNoneUnlessItIsAskedFor(Chart chart) {
        assertThat(chart.render()).doesNotContain("vigil-canary", "VigilCanary");
    }

    @Test
    void itIsOnePodThatIsAskedForItsMetricsAndAlarms() {
        var manifests = Chart.HOSPITAL.manifests(ON);

        assertThat(manifests.deployment("canary").getSpec().getReplicas()).isEqualTo(1);
        assertThat(manifests.all(Deployment.class)).hasSize(4);
        assertThat(manifests.all(ServiceMonitor.class).getFirst().getSpec().getEndpoints())
                .anyMatch(endpoint -> endpoint.getPort().equals("canary"));
        assertThat(manifests.all(PrometheusRule.class).getFirst().getSpec().getGroups())
                .flatExtracting(group -> group.getRules())
                .extracting(rule -> rule.getAlert())
                .contains("VigilCanarySilent", "VigilCanaryUnalerted");
    }

    @Test
    void itNamesTheHostTwiceAsTheCommandAsks() {
        var arguments = PodTest.onlyContainer(Chart.HOSPITAL.manifests(ON).deployment("canary"))
                .getArgs();

        assertThat(arguments).startsWith("canary").containsSequence("--host", "vigil.example.org");
    }

    @Test
    void itNeedsASecret() {
        assertThatThrownBy(() -> Chart.HOSPITAL.render(Map.of("canary.enabled", true, "canary.url", "https://v.org")))
                .hasMessageContaining("canary.secret");
    }
}
