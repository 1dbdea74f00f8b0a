package health.vigil.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.ServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The OpenAPI document describes all bodies of requests and responses, so that a client can be written from it.
@ServiceTest
class DescribedBodiesTest {
    private static final String JSON = "application/json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    /// Schemas of trees and bytes, which do not describe their content.
    private static final Set<String> OPEN = Set.of("ObjectNode", "JsonNode", "Object");

    @TestHTTPResource(value = "/", management = true)
    @SuppressWarnings("NullAway.Init")
    URI management;

    @SuppressWarnings("NullAway.Init")
    private JsonNode api;

    private record Operation(String name, JsonNode says) {}

    @BeforeEach
    void read() throws IOException {
        api = new ObjectMapper()
                .readTree(RestAssured.get(management.resolve("/q/openapi?format=JSON"))
                        .asString());
    }

    private Stream<Operation> operations() {
        return api.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/v1/"))
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> new Operation(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue())));
    }

    @Test
    void everyJsonAnswerHasASchema() {
        var undescribed = operations()
                .filter(operation -> operation.says().path("responses").properties().stream()
                        .filter(answer -> answer.getKey().startsWith("2"))
                        .map(answer -> answer.getValue().path("content"))
                        .anyMatch(content -> content.has(JSON)
                                && !described(content.path(JSON).path("schema"))))
                .map(Operation::name);

        assertThat(undescribed).isEmpty();
    }

    @Test
    void everyBodyHasASchema() {
        var undescribed = operations()
                .filter(operation -> operation.says().has("requestBody"))
                .filter(operation -> !operation.says().path("requestBody").path("content").properties().stream()
                        .map(Entry::getValue)
                        .allMatch(content -> described(content.path("schema"))))
                .map(Operation::name);

        assertThat(undescribed).isEmpty();
    }

    /// The document names the words that the service accepts.
    @Test
    void closedSetsAreNamedAsClientsWriteThem() {
        var constants = api.path("components").path("schemas").properties().stream()
                .flatMap(schema -> schema.getValue().path("enum").valueStream())
                .map(JsonNode::asText)
                .collect(Collectors.toSet());

        assertThat(constants).contains("baseline-ice", "high").allMatch(word -> word.matches("[a-z0-9-]+"));
    }

    private boolean described(JsonNode schema) {
        var names = new TreeSet<String>();
        collect(schema, names);
        return !schema.isMissingNode()
                && !schema.isEmpty()
                && !schema.path("format").asText().equals("binary")
                && names.stream().noneMatch(OPEN::contains);
    }

    /// The names of all schemas that one leads to.
    private void collect(JsonNode schema, Set<String> names) {
        schema.findValuesAsText("$ref").stream()
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .filter(names::add)
                .forEach(name -> collect(api.path("components").path("schemas").path(name), names));
    }
}
