package health.vigil.helm;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScalingTest {
    private static final String SCALED_OBJECT = "keda.sh/v1alpha1/ScaledObject";

    @ParameterizedTest
    @EnumSource
    void theMonitorIsNeverScaledByCpu(Chart chart) {
        assertThat(scaled(chart.manifests())).doesNotContain("vigil-monitor");
    }

    @Test
    void theMonitorIsNotScaledUnlessAsked() {
        assertThat(Chart.DEFAULTS.manifests().untyped(SCALED_OBJECT)).isEmpty();
    }

    @Test
    void thereAreNeverMoreMonitorsThanPartitions() {
        var settings = Map.<String, Object>of("monitor.keda.enabled", true, "kafka.topics.partitions", 9);

        var scaler = Chart.DEFAULTS.manifests(settings).untyped(SCALED_OBJECT).getFirst();

        assertThat(scaler.at("/spec/maxReplicaCount").intValue()).isEqualTo(9);
        assertThat(scaler.at("/spec/scaleTargetRef/name").asText()).isEqualTo("vigil-monitor");
    }

    @Test
    void theScalerOfTheMonitorIsWrittenAsKedaReadsIt() {
        var scaler = Chart.REGION.manifests().untyped(SCALED_OBJECT).getFirst();

        assertThat(names(scaler.path("spec")))
                .containsExactlyInAnyOrder(
                        "scaleTargetRef",
                        "minReplicaCount",
                        "maxReplicaCount",
                        "pollingInterval",
                        "cooldownPeriod",
                        "triggers");
        assertThat(names(scaler.at("/spec/triggers/0"))).containsExactlyInAnyOrder("type", "metadata");
        assertThat(names(scaler.at("/spec/triggers/0/metadata")))
                .containsExactlyInAnyOrder("serverAddress", "query", "threshold");
    }

    @ParameterizedTest
    @EnumSource
    void aScalerAloneSaysHowManyThereAre(Chart chart) {
        var manifests = chart.manifests();
        var scaled = scaled(manifests);
        var byKeda = manifests.untyped(SCALED_OBJECT).stream()
                .map(scaler -> scaler.at("/spec/scaleTargetRef/name").asText())
                .toList();

        assertThat(manifests.all(Deployment.class)).allSatisfy(deployment -> {
            var name = deployment.getMetadata().getName();
            var hasScaler = scaled.contains(name) || byKeda.contains(name);
            assertThat(deployment.getSpec().getReplicas() == null).as(name).isEqualTo(hasScaler);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aScalerHasRoomToScale(Chart chart) {
        assertThat(chart.manifests().all(HorizontalPodAutoscaler.class))
                .allSatisfy(scaler -> assertThat(scaler.getSpec().getMaxReplicas())
                        .isGreaterThan(scaler.getSpec().getMinReplicas()));
    }

    @ParameterizedTest
    @EnumSource
    void aBudgetLeavesARunningPodAndLetsANodeBeDrained(Chart chart) {
        var manifests = chart.manifests();

        assertThat(manifests.all(PodDisruptionBudget.class)).allSatisfy(budget -> {
            var role = Manifests.role(budget.getMetadata().getLabels());
            assertThat(budget.getSpec().getMaxUnavailable().getIntVal())
                    .isPositive()
                    .isLessThan(fewest(manifests, role));
            assertThat(manifests
                            .deployment(role)
                            .getSpec()
                            .getTemplate()
                            .getMetadata()
                            .getLabels())
                    .containsAllEntriesOf(budget.getSpec().getSelector().getMatchLabels());
        });
    }

    @Test
    void onOneNodeThereIsNothingToKeepBack() {
        assertThat(Chart.SMALL.manifests().all(PodDisruptionBudget.class)).isEmpty();
        assertThat(Chart.HOSPITAL.manifests().all(PodDisruptionBudget.class)).hasSize(3);
    }

    private static int fewest(Manifests manifests, String role) {
        var name = "vigil-" + role;
        return manifests.all(HorizontalPodAutoscaler.class).stream()
                .filter(scaler -> scaler.getSpec().getScaleTargetRef().getName().equals(name))
                .map(scaler -> scaler.getSpec().getMinReplicas())
                .findFirst()
                .orElseGet(() -> manifests.untyped(SCALED_OBJECT).stream()
                        .filter(scaler -> role.equals("monitor"))
                        .map(scaler -> scaler.at("/spec/minReplicaCount").intValue())
                        .findFirst()
                        .orElseGet(() -> manifests.deployment(role).getSpec().getReplicas()));
    }

    private static List<String> scaled(Manifests manifests) {
        return manifests.all(HorizontalPodAutoscaler.class).stream()
                .map(scaler -> scaler.getSpec().getScaleTargetRef().getName())
                .toList();
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }
}
