package health.vigil.helm;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class EnvironmentTest {
    /// Read by the JVM itself.
    private static final String JAVA = "JAVA_TOOL_OPTIONS";

    private static final KnownNames KNOWN = KnownNames.collect();

    @ParameterizedTest
    @EnumSource
    void everyVariableIsOneThatTheApplicationReads(Chart chart) {
        var names = chart.manifests().containers().stream()
                .flatMap(container -> Environment.of(container).names().stream())
                .filter(name -> !name.equals(JAVA));

        assertThat(names).isNotEmpty().allMatch(KNOWN::contains);
    }

    @Test
    void everyNumberOfThePolicyReachesTheApplication() {
        var settings = Map.<String, Object>of("policy.spo2-limit", "\"89\"", "policy.own-baseline-percent", "\"94\"");

        var container = PodTest.onlyContainer(Chart.DEFAULTS.manifests(settings).deployment("monitor"));

        assertThat(Environment.of(container).names())
                .contains("VIGIL_POLICY_SPO2_LIMIT", "VIGIL_POLICY_OWN_BASELINE_PERCENT")
                .filteredOn(name -> name.startsWith("VIGIL_POLICY"))
                .allMatch(KNOWN::contains);
    }

    @Test
    void everyOtherSettingIsInAFileThatTheApplicationReads() {
        var manifests = Chart.DEFAULTS.manifests(Map.of("settings.vigil\\.alert-rules\\.crs-grade-2", "high 5m 10m"));
        assertThat(manifests.all(ConfigMap.class))
                .filteredOn(map -> map.getMetadata().getName().equals("vigil-settings"))
                .singleElement()
                .satisfies(map -> assertThat(map.getData())
                        .containsEntry("vigil.properties", "vigil.alert-rules.crs-grade-2=high 5m 10m\n"));
        for (var role : List.of("ingest", "monitor", "serve")) {
            var pod = manifests.deployment(role).getSpec().getTemplate().getSpec();
            var container = pod.getContainers().getFirst();
            assertThat(Environment.of(container).value("QUARKUS_CONFIG_LOCATIONS"))
                    .isEqualTo("/etc/vigil/settings/vigil.properties");
            assertThat(container.getVolumeMounts())
                    .anyMatch(mount -> mount.getName().equals("settings")
                            && mount.getMountPath().equals("/etc/vigil/settings"));
            assertThat(pod.getVolumes())
                    .anyMatch(volume -> volume.getName().equals("settings")
                            && volume.getConfigMap().getName().equals("vigil-settings"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noVariableIsGivenTwice(Chart chart) {
        assertThat(chart.manifests().containers())
                .allSatisfy(container ->
                        assertThat(Environment.of(container).names()).doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @EnumSource
    void everyDeploymentPlaysTheRoleOfItsName(Chart chart) {
        for (var role : List.of("ingest", "monitor", "serve")) {
            var container = PodTest.onlyContainer(chart.manifests().deployment(role));
            assertThat(Environment.of(container).value("VIGIL_ROLES")).isEqualTo(role);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPortIsOneThatTheApplicationOpens(Chart chart) {
        assertThat(chart.manifests().all(Deployment.class)).allSatisfy(deployment -> {
            var container = PodTest.onlyContainer(deployment);
            var environment = Environment.of(container);
            assertThat(container.getPorts())
                    .extracting(ContainerPort::getContainerPort)
                    .containsExactlyInAnyOrder(
                            Integer.valueOf(environment.value("QUARKUS_HTTP_PORT")),
                            Integer.valueOf(environment.value("QUARKUS_MANAGEMENT_PORT")));
        });
    }
}
