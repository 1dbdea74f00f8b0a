package health.vigil.helm;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkTest {
    @ParameterizedTest
    @EnumSource
    void everyServiceFindsThePodsOfItsRoleByPortsTheyHave(Chart chart) {
        var manifests = chart.manifests();

        assertThat(manifests.all(Service.class)).hasSize(3).allSatisfy(service -> {
            var role = Manifests.role(service.getSpec().getSelector());
            var template = manifests.deployment(role).getSpec().getTemplate();
            assertThat(template.getMetadata().getLabels())
                    .containsAllEntriesOf(service.getSpec().getSelector());
            var ports = template.getSpec().getContainers().getFirst().getPorts();
            assertThat(service.getSpec().getPorts())
                    .allSatisfy(port -> assertThat(ports)
                            .extracting(ContainerPort::getName)
                            .contains(port.getTargetPort().getStrVal()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aDeploymentFindsItsOwnPodsAndNoOthers(Chart chart) {
        var deployments = chart.manifests().all(Deployment.class);

        assertThat(deployments)
                .allSatisfy(deployment -> assertThat(deployments.stream()
                                .filter(other -> other.getSpec()
                                        .getTemplate()
                                        .getMetadata()
                                        .getLabels()
                                        .entrySet()
                                        .containsAll(deployment
                                                .getSpec()
                                                .getSelector()
                                                .getMatchLabels()
                                                .entrySet())))
                        .containsExactly(deployment));
    }

    @ParameterizedTest
    @EnumSource
    void aPathLeadsToTheRoleThatAnswersIt(Chart chart) {
        var manifests = chart.manifests();

        assertThat(backend(manifests, "/v1/observations")).isEqualTo("vigil-ingest");
        assertThat(backend(manifests, "/v1/observations/o-1")).isEqualTo("vigil-serve");
        assertThat(backend(manifests, "/v1/alerts/stream")).isEqualTo("vigil-serve");
        assertThat(backend(manifests, "/v1/episodes")).isEqualTo("vigil-serve");
        assertThat(backend(manifests, "/")).isEqualTo("vigil-serve");
    }

    /// FHIR is read and written at the same paths, and an ingress does not look at the method.
    @Test
    void whatIsWrittenInFhirHasAHostOfItsOwn() {
        var ingress = Chart.DEFAULTS
                .manifests(Map.of("ingress.fhirWriteHost", "write.example.org"))
                .all(Ingress.class)
                .getFirst();

        assertThat(ingress.getSpec().getTls().getFirst().getHosts())
                .containsExactly("vigil.example.org", "write.example.org");
        assertThat(ingress.getSpec().getRules())
                .filteredOn(rule -> rule.getHost().equals("write.example.org"))
                .flatExtracting(rule -> rule.getHttp().getPaths())
                .singleElement()
                .satisfies(path -> {
                    assertThat(path.getPath()).isEqualTo("/fhir/r4");
                    assertThat(path.getBackend().getService().getName()).isEqualTo("vigil-ingest");
                });
    }

    @ParameterizedTest
    @EnumSource
    void everyPathLeadsToAServiceAndAPortThatExist(Chart chart) {
        var manifests = chart.manifests();

        assertThat(paths(manifests)).allSatisfy(path -> {
            var backend = path.getBackend().getService();
            assertThat(manifests.all(Service.class))
                    .anyMatch(service -> service.getMetadata().getName().equals(backend.getName())
                            && service.getSpec().getPorts().stream()
                                    .anyMatch(port -> port.getName()
                                            .equals(backend.getPort().getName())));
        });
    }

    @Test
    void theStreamIsNeitherCutNorHeldBack() {
        var stream = Chart.DEFAULTS.manifests().all(Ingress.class).stream()
                .filter(ingress -> ingress.getMetadata().getName().equals("vigil-stream"))
                .findFirst()
                .orElseThrow();

        assertThat(stream.getMetadata().getAnnotations())
                .containsEntry("nginx.ingress.kubernetes.io/proxy-buffering", "off")
                .containsEntry("nginx.ingress.kubernetes.io/proxy-read-timeout", "3600");
    }

    @ParameterizedTest
    @EnumSource
    void everythingIsDeniedThatIsNotAllowed(Chart chart) {
        var manifests = chart.manifests();
        var deny = policy(manifests, "vigil-deny");

        assertThat(deny.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(deny.getSpec().getIngress()).isEmpty();
        assertThat(deny.getSpec().getEgress()).isEmpty();
        assertThat(manifests.all(Deployment.class))
                .allSatisfy(deployment -> assertThat(
                                deployment.getSpec().getTemplate().getMetadata().getLabels())
                        .containsAllEntriesOf(deny.getSpec().getPodSelector().getMatchLabels()));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAllowedNamesItsPeersAndItsPorts(Chart chart) {
        assertThat(chart.manifests().all(NetworkPolicy.class))
                .hasSizeGreaterThan(3)
                .allSatisfy(policy -> {
                    assertThat(policy.getSpec().getIngress()).allSatisfy(rule -> {
                        assertThat(rule.getFrom()).isNotEmpty();
                        assertThat(rule.getPorts()).isNotEmpty();
                    });
                    assertThat(policy.getSpec().getEgress()).allSatisfy(rule -> {
                        assertThat(rule.getTo()).isNotEmpty();
                        assertThat(rule.getPorts()).isNotEmpty();
                    });
                });
    }

    @Test
    void nobodyButPrometheusReachesTheManagementPort() {
        var open = Chart.DEFAULTS.manifests().all(NetworkPolicy.class).stream()
                .filter(policy -> policy.getSpec().getIngress().stream()
                        .flatMap(rule -> rule.getPorts().stream())
                        .anyMatch(port -> port.getPort().getIntVal().equals(9000)))
                .toList();

        assertThat(open)
                .singleElement()
                .satisfies(policy -> assertThat(
                                policy.getSpec().getIngress().getFirst().getFrom())
                        .singleElement()
                        .satisfies(
                                peer -> assertThat(peer.getNamespaceSelector().getMatchLabels())
                                        .isEqualTo(Map.of("kubernetes.io/metadata.name", "monitoring"))));
    }

    @Test
    void theMonitorIsAskedByNobody() {
        var http = policy(Chart.DEFAULTS.manifests(), "vigil-http");

        assertThat(http.getSpec()
                        .getPodSelector()
                        .getMatchExpressions()
                        .getFirst()
                        .getValues())
                .containsExactlyInAnyOrder("ingest", "serve");
    }

    private static NetworkPolicy policy(Manifests manifests, String name) {
        return manifests.all(NetworkPolicy.class).stream()
                .filter(policy -> policy.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// Like ingress controllers: an exact path, or else the longest prefix.
    private static String backend(Manifests manifests, String path) {
        var exact = paths(manifests).stream()
                .filter(each ->
                        each.getPathType().equals("Exact") && each.getPath().equals(path));
        var prefix = paths(manifests).stream()
                .filter(each -> each.getPathType().equals("Prefix") && path.startsWith(each.getPath()));
        return Stream.concat(exact, prefix)
                .findFirst()
                .orElseThrow()
                .getBackend()
                .getService()
                .getName();
    }

    private static List<HTTPIngressPath> paths(Manifests manifests) {
        return manifests.all(Ingress.class).stream()
                .flatMap(ingress -> ingress.getSpec().getRules().stream())
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .toList();
    }
}
