package health.vigil.helm;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The rendered manifests, in the types of their readers; unknown fields are errors.
public record Manifests(List<JsonNode> documents) {
    private static final Map<String, Class<? extends HasMetadata>> TYPES = Map.ofEntries(
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/Pod", Pod.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("batch/v1/Job", Job.class),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class),
            Map.entry("monitoring.coreos.com/v1/ServiceMonitor", ServiceMonitor.class),
            Map.entry("kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class),
            Map.entry("kafka.strimzi.io/v1/KafkaUser", KafkaUser.class));

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final ObjectMapper STRICT = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new NoUnknownFields());

    /// Those types collect unknown fields in a map, which must be empty here.
    private static final class NoUnknownFields extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }
    }

    static Manifests read(String rendered) {
        try (var parser = YAML.createParser(rendered)) {
            var documents =
                    YAML.readValues(parser, new TypeReference<JsonNode>() {}).readAll();
            return new Manifests(documents.stream().filter(JsonNode::isObject).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String type(JsonNode document) {
        return document.path("apiVersion").asText() + "/"
                + document.path("kind").asText();
    }

    static boolean hasType(JsonNode document) {
        return TYPES.containsKey(type(document));
    }

    static HasMetadata typed(JsonNode document) {
        try {
            return STRICT.treeToValue(document, TYPES.get(type(document)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T extends HasMetadata> List<T> all(Class<T> type) {
        return documents.stream()
                .filter(document -> type.equals(TYPES.get(type(document))))
                .map(Manifests::typed)
                .map(type::cast)
                .toList();
    }

    List<JsonNode> untyped(String type) {
        return documents.stream()
                .filter(document -> type(document).equals(type))
                .toList();
    }

    public Deployment deployment(String role) {
        return all(Deployment.class).stream()
                .filter(deployment -> deployment.getMetadata().getName().equals("vigil-" + role))
                .findFirst()
                .orElseThrow();
    }

    /// The `application.properties` of a role, or of the migration.
    public String configuration(String role) {
        return all(ConfigMap.class).stream()
                .filter(map -> map.getMetadata().getName().equals("vigil-" + role))
                .flatMap(map -> Stream.ofNullable(map.getData().get("application.properties")))
                .findFirst()
                .orElseThrow();
    }

    /// The role in labels or a label selector.
    static String role(Map<String, String> labels) {
        return Objects.requireNonNull(labels.get("app.kubernetes.io/component"));
    }

    /// The pods of everything that runs: the roles, the migration, the test.
    List<PodSpec> pods() {
        return Stream.of(
                        all(Deployment.class).stream()
                                .map(each -> each.getSpec().getTemplate().getSpec()),
                        all(Job.class).stream()
                                .map(each -> each.getSpec().getTemplate().getSpec()),
                        all(Pod.class).stream().map(Pod::getSpec))
                .flatMap(each -> each)
                .toList();
    }

    List<Container> containers() {
        return pods().stream().flatMap(pod -> pod.getContainers().stream()).toList();
    }
}
