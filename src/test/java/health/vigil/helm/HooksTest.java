package health.vigil.helm;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The hooks of the chart.
class HooksTest {
    @ParameterizedTest
    @EnumSource
    void theSchemaIsBroughtUpToDateBeforeAnUpgrade(Chart chart) {
        var manifests = chart.manifests();

        assertThat(hook(manifests.all(Job.class).getFirst())).contains("pre-upgrade");
        var configuration = Configuration.of(manifests, "migration");
        assertThat(configuration.value("quarkus.init-and-exit")).isEqualTo("true");
        assertThat(configuration.value("quarkus.flyway.migrate-at-start")).isEqualTo("true");
    }

    /// Hooks run before the other manifests, so the Job cannot use theirs.
    @ParameterizedTest
    @EnumSource
    void theConfigurationOfTheMigrationIsThereBeforeTheJob(Chart chart) {
        var manifests = chart.manifests();
        var job = manifests.all(Job.class).getFirst();
        var configuration = manifests.all(ConfigMap.class).stream()
                .filter(map -> map.getMetadata().getName().equals("vigil-migration"))
                .findFirst()
                .orElseThrow();

        assertThat(hook(configuration)).isEqualTo(hook(job));
        assertThat(weight(configuration)).isLessThan(weight(job));
        assertThat(job.getSpec().getTemplate().getSpec().getVolumes())
                .anyMatch(volume -> volume.getConfigMap() != null
                        && volume.getConfigMap().getName().equals("vigil-migration"));
    }

    @Test
    void beforeTheFirstInstallationThereIsADatabaseOnlyWhereTheChartDoesNotMakeIt() {
        assertThat(hook(Chart.SMALL.manifests().all(Job.class).getFirst())).contains("pre-install");
        assertThat(hook(Chart.HOSPITAL.manifests().all(Job.class).getFirst())).doesNotContain("pre-install");
    }

    @ParameterizedTest
    @EnumSource
    void helmTestAsksEveryRole(Chart chart) {
        var pod = chart.manifests().all(Pod.class).getFirst();

        assertThat(hook(pod)).isEqualTo("test");
        assertThat(pod.getSpec().getContainers().getFirst().getArgs())
                .containsExactly(
                        "check",
                        "http://vigil-ingest:8080/q/health/ready",
                        "http://vigil-monitor:8080/q/health/ready",
                        "http://vigil-serve:8080/q/health/ready");
    }

    private static int weight(HasMetadata hooked) {
        return Integer.parseInt(hooked.getMetadata().getAnnotations().getOrDefault("helm.sh/hook-weight", "0"));
    }

    private static String hook(HasMetadata hooked) {
        return String.valueOf(hooked.getMetadata().getAnnotations().get("helm.sh/hook"));
    }
}
