package health.vigil.helm;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// HL7 over MLLP is open only to the senders that the values name.
class Hl7ChartTest {
    private static final String MONITORS = "hl7.senders.monitors.";
    private static final String LAB = "hl7.senders.lab.";

    /// Two senders with TLS.
    private static Map<String, Object> senders() {
        return new HashMap<>(Map.of(
                "hl7.tls.secret",
                "vigil-hl7",
                MONITORS + "peers[0].ipBlock.cidr",
                "10.20.0.0/16",
                MONITORS + "settings.certificate",
                "monitors.example.org",
                MONITORS + "settings.role",
                "device",
                LAB + "peers[0].ipBlock.cidr",
                "10.30.0.7/32",
                LAB + "settings.certificate",
                "lab.example.org",
                LAB + "settings.patient-authority",
                "HOSP"));
    }

    @Test
    void withoutSendersNothingIsOpen() {
        var manifests = Chart.DEFAULTS.manifests();

        assertThat(manifests.all(Service.class))
                .extracting(service -> service.getMetadata().getName())
                .doesNotContain("vigil-hl7");
        assertThat(Configuration.of(manifests, "ingest").names()).noneMatch(name -> name.startsWith("vigil.hl7."));
    }

    @Test
    void theServiceLeadsToAPortOfIngestAlone() {
        var manifests = Chart.DEFAULTS.manifests(senders());

        assertThat(manifests.all(Service.class))
                .filteredOn(service -> service.getMetadata().getName().equals("vigil-hl7"))
                .singleElement()
                .satisfies(service -> {
                    assertThat(Manifests.role(service.getSpec().getSelector())).isEqualTo("ingest");
                    assertThat(service.getSpec().getPorts()).singleElement().satisfies(port -> {
                        assertThat(port.getPort()).isEqualTo(2575);
                        assertThat(port.getTargetPort().getStrVal()).isEqualTo("mllp");
                    });
                });
        assertThat(List.of("ingest", "monitor", "serve"))
                .allSatisfy(role -> assertThat(PodTest.onlyContainer(manifests.deployment(role)).getPorts().stream()
                                .map(ContainerPort::getName)
                                .anyMatch("mllp"::equals))
                        .isEqualTo(role.equals("ingest")));
    }

    @Test
    void anAddressOutsideOfTheClusterIsKept() {
        var settings = senders();
        settings.put("hl7.service.type", "LoadBalancer");

        assertThat(Chart.DEFAULTS.manifests(settings).all(Service.class))
                .filteredOn(service -> service.getMetadata().getName().equals("vigil-hl7"))
                .allMatch(
                        service -> service.getSpec().getExternalTrafficPolicy().equals("Local"));
    }

    @Test
    void eachSenderHasItsPolicy() {
        var policies = Chart.DEFAULTS.manifests(senders()).all(NetworkPolicy.class).stream()
                .filter(policy -> policy.getMetadata().getName().startsWith("vigil-hl7-"))
                .toList();

        assertThat(policies)
                .extracting(policy -> policy.getMetadata().getName())
                .containsExactlyInAnyOrder("vigil-hl7-monitors", "vigil-hl7-lab");
        assertThat(policies).allSatisfy(policy -> {
            assertThat(policy.getSpec().getPodSelector().getMatchLabels())
                    .containsEntry("app.kubernetes.io/component", "ingest");
            var rule = policy.getSpec().getIngress().getFirst();
            assertThat(rule.getFrom()).hasSize(1);
            assertThat(rule.getPorts())
                    .singleElement()
                    .satisfies(port -> assertThat(port.getPort().getIntVal()).isEqualTo(2575));
        });
    }

    @Test
    void theSettingsReachIngestAlone() {
        var manifests = Chart.DEFAULTS.manifests(senders());
        var ingest = Configuration.of(manifests, "ingest");

        assertThat(ingest.value("vigil.hl7.senders.monitors.role")).isEqualTo("device");
        assertThat(ingest.value("vigil.hl7.senders.lab.patient-authority")).isEqualTo("HOSP");
        assertThat(ingest.value("quarkus.tls.mllp.key-store.pem.0.cert")).isEqualTo("/etc/vigil/hl7-tls/tls.crt");
        assertThat(ingest.value("quarkus.tls.mllp.trust-store.pem.certs")).isEqualTo("/etc/vigil/hl7-tls/ca.crt");
        assertThat(List.of("monitor", "serve", "migration"))
                .allSatisfy(role -> assertThat(Configuration.of(manifests, role).names())
                        .noneMatch(name -> name.startsWith("vigil.hl7.")));
        var pod = manifests.deployment("ingest").getSpec().getTemplate().getSpec();
        assertThat(pod.getVolumes())
                .anyMatch(volume -> volume.getSecret() != null
                        && volume.getSecret().getSecretName().equals("vigil-hl7"));
        assertThat(pod.getContainers().getFirst().getVolumeMounts())
                .anyMatch(mount -> mount.getMountPath().equals("/etc/vigil/hl7-tls"));
    }

    @Test
    void receiversOfAlertsAreReachedByTheMonitorAlone() {
        var manifests = Chart.DEFAULTS.manifests(Map.of(
                "hl7.tls.secret",
                "vigil-hl7",
                "hl7.alerts.pagers.peers[0].ipBlock.cidr",
                "10.30.0.5/32",
                "hl7.alerts.pagers.port",
                2600,
                "hl7.alerts.pagers.settings.host",
                "pagers.example.org"));
        var monitor = Configuration.of(manifests, "monitor");

        assertThat(monitor.value("vigil.hl7.alerts.pagers.host")).isEqualTo("pagers.example.org");
        assertThat(monitor.value("vigil.hl7.alerts.pagers.port")).isEqualTo("2600");
        assertThat(monitor.value("quarkus.tls.mllp-alerts.trust-store.pem.certs"))
                .isEqualTo("/etc/vigil/hl7-tls/ca.crt");
        assertThat(List.of("ingest", "serve", "migration"))
                .allSatisfy(role -> assertThat(Configuration.of(manifests, role).names())
                        .noneMatch(name -> name.startsWith("vigil.hl7.")));
        assertThat(manifests.all(NetworkPolicy.class))
                .filteredOn(policy -> policy.getMetadata().getName().equals("vigil-alerts-pagers"))
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy.getSpec().getPodSelector().getMatchLabels())
                            .containsEntry("app.kubernetes.io/component", "monitor");
                    assertThat(policy.getSpec().getEgress().getFirst().getPorts())
                            .singleElement()
                            .satisfies(port ->
                                    assertThat(port.getPort().getIntVal()).isEqualTo(2600));
                });
        assertThat(manifests
                        .deployment("monitor")
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getVolumes())
                .anyMatch(volume -> volume.getSecret() != null
                        && volume.getSecret().getSecretName().equals("vigil-hl7"));
    }

    @Test
    void sendersWithoutTlsAreAskedForExplicitly() {
        var settings = senders();
        settings.remove("hl7.tls.secret");

        assertThatThrownBy(() -> Chart.DEFAULTS.render(settings)).hasMessageContaining("hl7.tls.secret");
        settings.put("hl7.plain", true);
        var ingest = Configuration.of(Chart.DEFAULTS.manifests(settings), "ingest");
        assertThat(ingest.value("vigil.hl7.plain")).isEqualTo("true");
        assertThat(ingest.names()).noneMatch(name -> name.startsWith("quarkus.tls."));
    }

    @Test
    void aSettingThatNoSenderHasIsRefused() {
        var settings = senders();
        settings.put(LAB + "settings.zonne", "Europe/Berlin");

        assertThatThrownBy(() -> Chart.DEFAULTS.render(settings)).hasMessageContaining("zonne");
    }
}
