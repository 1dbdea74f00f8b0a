package health.vigil.helm;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The configuration file of each pod.
class ConfigurationTest {
    private static final List<String> ROLES = List.of("ingest", "monitor", "serve");
    private static final List<String> PODS = List.of("ingest", "monitor", "serve", "migration");
    private static final KnownNames KNOWN = KnownNames.collect();

    @ParameterizedTest
    @EnumSource
    void everySettingIsOneThatTheApplicationReads(Chart chart) {
        var manifests = chart.manifests();

        assertThat(PODS)
                .allSatisfy(pod -> assertThat(Configuration.of(manifests, pod).names())
                        .isNotEmpty()
                        .allMatch(KNOWN::contains));
    }

    @Test
    void everySettingThatTheChartListsIsOneThatTheApplicationReads() throws IOException {
        var schema = new ObjectMapper()
                .readTree(Chart.FOLDER.resolve("values.schema.json").toFile());

        assertThat(schema.at("/properties/config/properties").propertyStream().map(Map.Entry::getKey))
                .isNotEmpty()
                .allMatch(KNOWN::contains);
    }

    @ParameterizedTest
    @EnumSource
    void noSettingIsGivenTwice(Chart chart) {
        var manifests = chart.manifests();

        assertThat(PODS)
                .allSatisfy(pod ->
                        assertThat(Configuration.of(manifests, pod).names()).doesNotHaveDuplicates());
    }

    @Test
    void theHospitalsSettingsReachEveryPod() {
        var settings = Map.<String, Object>of(
                "config.vigil\\.policy\\.spo2-window", "13H",
                "config.vigil\\.outpatient\\.ward", "home",
                "config.vigil\\.alert-rules\\.crs-grade-2", "high 5m 10m");

        var manifests = Chart.DEFAULTS.manifests(settings);

        assertThat(PODS).allSatisfy(pod -> {
            var configuration = Configuration.of(manifests, pod);
            assertThat(configuration.value("vigil.policy.spo2-window")).isEqualTo("13H");
            assertThat(configuration.value("vigil.outpatient.ward")).isEqualTo("home");
            assertThat(configuration.value("vigil.alert-rules.crs-grade-2")).isEqualTo("high 5m 10m");
        });
    }

    @Test
    void theHospitalsProtocolReachesEveryPod() {
        var manifests = Chart.DEFAULTS.manifests(Map.of("protocol.configMap", "crs-protocol"));

        assertThat(PODS)
                .allSatisfy(pod -> assertThat(Configuration.of(manifests, pod).value("vigil.protocol.file"))
                        .isEqualTo("/etc/vigil/protocol/protocol.json"));
        assertThat(manifests.all(Deployment.class)).allSatisfy(deployment -> {
            var pod = template(deployment).getSpec();
            assertThat(pod.getContainers().getFirst().getVolumeMounts())
                    .anyMatch(mount -> mount.getName().equals("protocol")
                            && mount.getMountPath().equals("/etc/vigil/protocol"));
            assertThat(pod.getVolumes())
                    .anyMatch(volume -> volume.getName().equals("protocol")
                            && volume.getConfigMap().getName().equals("crs-protocol"));
        });
        assertThat(PODS)
                .allSatisfy(pod -> assertThat(Configuration.of(Chart.DEFAULTS.manifests(), pod)
                                .names())
                        .doesNotContain("vigil.protocol.file"));
    }

    @Test
    void theHospitalsReadinessListReachesEveryPod() {
        var manifests = Chart.DEFAULTS.manifests(Map.of("journey.configMap", "readiness"));

        assertThat(PODS)
                .allSatisfy(pod -> assertThat(Configuration.of(manifests, pod).value("vigil.journey.file"))
                        .isEqualTo("/etc/vigil/journey/journey.json"));
        assertThat(manifests.all(Deployment.class)).allSatisfy(deployment -> {
            var pod = template(deployment).getSpec();
            assertThat(pod.getContainers().getFirst().getVolumeMounts())
                    .anyMatch(mount -> mount.getName().equals("journey")
                            && mount.getMountPath().equals("/etc/vigil/journey"));
            assertThat(pod.getVolumes())
                    .anyMatch(volume -> volume.getName().equals("journey")
                            && volume.getConfigMap().getName().equals("readiness"));
        });
        assertThat(PODS)
                .allSatisfy(pod -> assertThat(Configuration.of(Chart.DEFAULTS.manifests(), pod)
                                .names())
                        .doesNotContain("vigil.journey.file"));
    }

    @Test
    void aBackslashReachesTheApplication() {
        var manifests = Chart.DEFAULTS.manifests(Map.of("config.quarkus\\.log\\.console\\.format", "a\\d"));

        assertThat(Configuration.of(manifests, "serve").value("quarkus.log.console.format"))
                .isEqualTo("a\\d");
    }

    @Test
    void aSettingThatTheChartMakesCannotBeReplaced() {
        assertThatThrownBy(() -> Chart.DEFAULTS.render(Map.of("config.kafka\\.bootstrap\\.servers", "elsewhere:9092")))
                .hasMessageContaining("config must not contain kafka.bootstrap.servers");
    }

    @Test
    void aSecretIsRefused() {
        assertThatThrownBy(() -> Chart.DEFAULTS.render(Map.of("config.quarkus\\.datasource\\.password", "s3cret")))
                .hasMessageContaining("quarkus.datasource.password")
                .hasMessageNotContaining("s3cret");
    }

    /// Quarkus reads `config/application.properties` in the working directory.
    @Test
    void aPodReadsTheConfigurationOfItsName() throws IOException {
        var image = Files.readString(Path.of("image/BuildImage.java"));
        assertThat(image).contains("setWorkingDirectory(AbsoluteUnixPath.get(\"/app\"))");

        assertThat(Chart.DEFAULTS.manifests().all(Deployment.class)).hasSize(3).allSatisfy(deployment -> {
            var pod = template(deployment).getSpec();
            assertThat(pod.getContainers().getFirst().getVolumeMounts())
                    .anyMatch(mount -> mount.getName().equals("configuration")
                            && mount.getMountPath().equals("/app/config"));
            assertThat(pod.getVolumes())
                    .anyMatch(volume -> volume.getName().equals("configuration")
                            && volume.getConfigMap()
                                    .getName()
                                    .equals(deployment.getMetadata().getName()));
        });
    }

    @Test
    void aChangeOfTheConfigurationReplacesThePods() {
        var before = Chart.DEFAULTS.manifests();
        var same = Chart.DEFAULTS.manifests();
        var changed = Chart.DEFAULTS.manifests(Map.of("config.vigil\\.plan\\.labs", "20H"));

        assertThat(ROLES).allSatisfy(role -> {
            assertThat(checksum(same, role)).isEqualTo(checksum(before, role));
            assertThat(checksum(changed, role)).isNotEqualTo(checksum(before, role));
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyDeploymentPlaysTheRoleOfItsName(Chart chart) {
        var manifests = chart.manifests();

        assertThat(ROLES)
                .allSatisfy(role -> assertThat(Configuration.of(manifests, role).value("vigil.roles"))
                        .isEqualTo(role));
    }

    @Test
    void peopleSignInAtServeAlone() {
        var manifests = Chart.DEFAULTS.manifests();

        assertThat(PODS)
                .filteredOn(pod -> Configuration.of(manifests, pod).names().contains("quarkus.oidc.tenant-enabled"))
                .containsExactly("serve");
    }

    @ParameterizedTest
    @EnumSource
    void everyPortIsOneThatTheApplicationOpens(Chart chart) {
        var manifests = chart.manifests();

        assertThat(manifests.all(Deployment.class)).allSatisfy(deployment -> {
            var configuration = Configuration.of(
                    manifests, Manifests.role(deployment.getMetadata().getLabels()));
            assertThat(PodTest.onlyContainer(deployment).getPorts())
                    .extracting(ContainerPort::getContainerPort)
                    .containsExactlyInAnyOrder(
                            Integer.valueOf(configuration.value("quarkus.http.port")),
                            Integer.valueOf(configuration.value("quarkus.management.port")));
        });
    }

    private static PodTemplateSpec template(Deployment deployment) {
        return deployment.getSpec().getTemplate();
    }

    private static String checksum(Manifests manifests, String role) {
        var annotations = template(manifests.deployment(role)).getMetadata().getAnnotations();
        return Objects.requireNonNull(annotations.get("checksum/configuration"));
    }
}
