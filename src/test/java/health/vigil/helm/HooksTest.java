package health.vigil.helm;

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
        var job = chart.manifests().all(Job.class).getFirst();

        assertThat(hook(job)).contains("pre-upgrade");
        var environment = Environment.of(
                job.getSpec().getTemplate().getSpec().getContainers().getFirst());
        assertThat(environment.value("QUARKUS_INIT_AND_EXIT")).isEqualTo("true");
        assertThat(environment.value("QUARKUS_FLYWAY_MIGRATE_AT_START")).isEqualTo("true");
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

    private static String hook(HasMetadata hooked) {
        return String.valueOf(hooked.getMetadata().getAnnotations().get("helm.sh/hook"));
    }
}
