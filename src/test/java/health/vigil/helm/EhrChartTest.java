package health.vigil.helm;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Cards and launches in the EHR are off until the values name an EHR.
class EhrChartTest {
    private static final String CONFIG = "config.";

    private static String key(String name) {
        return CONFIG + name.replace(".", "\\.");
    }

    @Test
    void theSettingsOfAnEhrReachEveryPod() {
        var manifests = Chart.DEFAULTS.manifests(Map.of(
                key("vigil.public-address"), "https://vigil.hospital.example",
                key("vigil.cds.clients.ehr.issuer"), "https://ehr.hospital.example/cds",
                key("vigil.smart.ehr.key"), "/etc/vigil/ehr/launch-key.json"));

        assertThat(List.of("ingest", "monitor", "serve", "migration")).allSatisfy(pod -> {
            var configuration = Configuration.of(manifests, pod);
            assertThat(configuration.value("vigil.public-address")).isEqualTo("https://vigil.hospital.example");
            assertThat(configuration.value("vigil.cds.clients.ehr.issuer"))
                    .isEqualTo("https://ehr.hospital.example/cds");
            assertThat(configuration.value("vigil.smart.ehr.key")).isEqualTo("/etc/vigil/ehr/launch-key.json");
        });
    }

    /// Every pod reads the settings, so every pod needs the files that they name.
    @Test
    void theFilesOfTheSecretReachEveryPod() {
        var manifests = Chart.DEFAULTS.manifests(Map.of("ehr.secret", "vigil-ehr"));

        assertThat(manifests.all(Deployment.class)).isNotEmpty().allSatisfy(deployment -> {
            var pod = deployment.getSpec().getTemplate().getSpec();
            assertThat(pod.getVolumes())
                    .anyMatch(volume -> volume.getSecret() != null
                            && volume.getSecret().getSecretName().equals("vigil-ehr"));
            assertThat(pod.getContainers().getFirst().getVolumeMounts())
                    .anyMatch(mount -> mount.getMountPath().equals("/etc/vigil/ehr") && mount.getReadOnly());
        });
    }

    @Test
    void withoutASecretNothingIsMounted() {
        assertThat(Chart.DEFAULTS.manifests().all(Deployment.class))
                .flatMap(deployment ->
                        deployment.getSpec().getTemplate().getSpec().getVolumes())
                .noneMatch(volume -> volume.getName().equals("ehr"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vigil.public-addres", "vigil.cdss.clients.ehr.issuer"})
    void aMisspeltSettingIsRefused(String name) {
        assertThatThrownBy(() -> Chart.DEFAULTS.render(Map.of(key(name), "x"))).isNotNull();
    }
}
