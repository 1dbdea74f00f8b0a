package health.vigil.helm;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class PodTest {
    @ParameterizedTest
    @EnumSource
    void everyPodMeetsTheRestrictedStandard(Chart chart) {
        assertThat(chart.manifests().pods()).isNotEmpty().allSatisfy(pod -> {
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getVolumes())
                    .allMatch(volume -> volume.getEmptyDir() != null
                            || volume.getSecret() != null
                            || volume.getConfigMap() != null);
        });
        assertThat(chart.manifests().containers()).allSatisfy(container -> {
            var security = container.getSecurityContext();
            assertThat(security.getAllowPrivilegeEscalation()).isFalse();
            assertThat(security.getReadOnlyRootFilesystem()).isTrue();
            assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(security.getCapabilities().getAdd()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyContainerSaysWhatItNeedsAndMayTake(Chart chart) {
        assertThat(chart.manifests().containers()).allSatisfy(container -> {
            var resources = container.getResources();
            assertThat(resources.getRequests()).containsKeys("cpu", "memory");
            // Requests equal limits, because a JVM with a higher limit is killed when the node is full.
            assertThat(resources.getLimits())
                    .containsEntry("memory", resources.getRequests().get("memory"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyImageNamesItsVersion(Chart chart) {
        assertThat(chart.manifests().containers())
                .extracting(Container::getImage)
                .allMatch(image -> image.matches("[^:@]+(:\\d+)?/[^:@]+:[0-9][^@]*(@sha256:[0-9a-f]{64})?"));
    }

    @Test
    void aDigestDecides() {
        var digest = "sha256:" + "0".repeat(64);

        var manifests = Chart.DEFAULTS.manifests(Map.of("image.digest", digest));

        assertThat(manifests.containers())
                .extracting(Container::getImage)
                .allMatch(image -> image.endsWith("@" + digest));
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleIsProbedOnAPortItHas(Chart chart) {
        assertThat(chart.manifests().all(Deployment.class)).hasSize(3).allSatisfy(deployment -> {
            var container = onlyContainer(deployment);
            assertProbe(container, container.getStartupProbe(), "/q/health/started");
            assertProbe(container, container.getReadinessProbe(), "/q/health/ready");
            assertProbe(container, container.getLivenessProbe(), "/q/health/live");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aPodThatStopsHasTimeToLeaveToPartAndToFinish(Chart chart) {
        var manifests = chart.manifests();
        assertThat(manifests.all(Deployment.class)).allSatisfy(deployment -> {
            var grace = deployment.getSpec().getTemplate().getSpec().getTerminationGracePeriodSeconds();
            var drain = onlyContainer(deployment)
                    .getLifecycle()
                    .getPreStop()
                    .getSleep()
                    .getSeconds();
            var configuration = Configuration.of(
                    manifests, Manifests.role(deployment.getMetadata().getLabels()));
            var part = seconds(configuration, "quarkus.shutdown.delay");
            var finish = seconds(configuration, "quarkus.shutdown.timeout");
            assertThat(part).isPositive();
            assertThat(grace).isGreaterThan(drain + part + finish);
        });
    }

    private static long seconds(Configuration configuration, String name) {
        return Long.parseLong(configuration.value(name).replace("s", ""));
    }

    @ParameterizedTest
    @EnumSource
    void aNewVersionStartsBeforeAnOldOneStops(Chart chart) {
        assertThat(chart.manifests().all(Deployment.class)).allSatisfy(deployment -> {
            var rolling = deployment.getSpec().getStrategy().getRollingUpdate();
            assertThat(rolling.getMaxUnavailable().getIntVal()).isZero();
            assertThat(rolling.getMaxSurge().getIntVal()).isPositive();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aRoleIsSpreadOverZonesAndNodes(Chart chart) {
        assertThat(chart.manifests().all(Deployment.class)).allSatisfy(deployment -> {
            var template = deployment.getSpec().getTemplate();
            assertThat(template.getSpec().getTopologySpreadConstraints())
                    .hasSize(2)
                    .allSatisfy(spread -> assertThat(template.getMetadata().getLabels())
                            .containsAllEntriesOf(spread.getLabelSelector().getMatchLabels()));
        });
    }

    static Container onlyContainer(Deployment deployment) {
        var containers = deployment.getSpec().getTemplate().getSpec().getContainers();
        assertThat(containers).hasSize(1);
        return containers.getFirst();
    }

    private static void assertProbe(Container container, Probe probe, String path) {
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(container.getPorts())
                .anyMatch(port ->
                        port.getName().equals(probe.getHttpGet().getPort().getStrVal()));
    }
}
