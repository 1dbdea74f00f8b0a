package health.vigil.http;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.problem.OperationOutcome;
import health.vigil.problem.Problem;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Sends thousands of malformed requests to everything in the OpenAPI document. Each gets a response that the
/// document declares, and none causes a failure. `vigil.test.malformed` sets their number.
@ServiceTest
class MalformedRequestsTest {
    private static final int REQUESTS = Integer.getInteger("vigil.test.malformed", 2_000);
    private static final long SEED = Long.getLong("vigil.test.seed", 20_261_123L);

    /// The statuses of a method that the document does not declare for the path.
    private static final Set<Integer> UNDECLARED_METHOD = Set.of(404, 405);

    /// The methods that write below this path are in the CapabilityStatement, and not in the OpenAPI document.
    private static final String FHIR = "/fhir/";

    private static final Set<Integer> WRITING_FHIR = Set.of(400, 401, 403, 406, 413, 415);

    private record Endpoint(String path, Map<String, DeclaredAnswer> methods) {}

    /// @param parameters of the query
    private record DeclaredAnswer(Set<Integer> statuses, List<String> parameters) {}

    @TestHTTPResource(value = "/", management = true)
    @SuppressWarnings("NullAway.Init")
    URI management;

    private final Random random = new Random(SEED);
    private final RandomRequests nonsense = new RandomRequests(random);
    private final Map<Role, String> tokens = tokens();

    @Test
    void everyMalformedRequestGetsADeclaredAnswerAndNoneBreaksAnything() throws IOException, InterruptedException {
        System.out.println("Malformed requests: " + REQUESTS + " with seed " + SEED);
        try (var client = HttpClient.newHttpClient()) {
            var endpoints = endpoints(client);
            for (var number = 0; number < REQUESTS; number++) {
                var endpoint = endpoints.get(random.nextInt(endpoints.size()));
                var request = request(endpoint);
                check(endpoint, request, client.send(request, BodyHandlers.ofString()));
            }
        }
    }

    private static void check(Endpoint endpoint, HttpRequest request, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s -> %s", request, answer.body()).isIn(expected(endpoint, request));
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "health.vigil.");
        if (answer.statusCode() >= 400 && !request.method().equals("HEAD")) {
            assertThat(answer.headers().firstValue("Content-Type"))
                    .as("%s", request)
                    .hasValue(endpoint.path().startsWith(FHIR) ? OperationOutcome.MEDIA_TYPE : Problem.MEDIA_TYPE);
        }
    }

    private static Set<Integer> expected(Endpoint endpoint, HttpRequest request) {
        var expected = new TreeSet<>(UNDECLARED_METHOD);
        if (endpoint.path().startsWith(FHIR)) {
            expected.addAll(WRITING_FHIR);
        }
        endpoint.methods().forEach((method, declared) -> {
            if (method.equals(request.method()) || Set.of("HEAD", "OPTIONS").contains(request.method())) {
                expected.addAll(declared.statuses());
            }
        });
        if (request.method().equals("OPTIONS")) {
            expected.addAll(Set.of(200, 204));
        }
        return expected;
    }

    private HttpRequest request(Endpoint endpoint) {
        var methods = List.copyOf(endpoint.methods().keySet());
        var method = methods.get(random.nextInt(methods.size()));
        var parameters = Objects.requireNonNull(endpoint.methods().get(method)).parameters();
        var path = nonsense.path(endpoint.path()) + nonsense.query(parameters);
        var roles = Role.values();
        var builder = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .method(nonsense.method(method), BodyPublishers.ofByteArray(nonsense.body()))
                .header("Content-Type", nonsense.mediaType());
        return random.nextInt(10) == 0
                ? builder.build()
                : builder.header("Authorization", "Bearer " + tokens.get(roles[random.nextInt(roles.length)]))
                        .build();
    }

    private static Map<Role, String> tokens() {
        var tokens = new EnumMap<Role, String>(Role.class);
        for (var role : Role.values()) {
            tokens.put(role, As.token(role));
        }
        return tokens;
    }

    /// All endpoints but the endless stream and those that create or delete accounts.
    private List<Endpoint> endpoints(HttpClient client) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(management.resolve("/q/openapi?format=JSON"))
                .build();
        var paths = JsonPath.from(client.send(request, BodyHandlers.ofString()).body())
                .<String, Map<String, Map<String, Object>>>getMap("paths");
        var endpoints = paths.entrySet().stream()
                .filter(path ->
                        !path.getKey().endsWith("/stream") && !path.getKey().startsWith("/v1/accounts/"))
                .map(path -> new Endpoint(path.getKey(), methods(path.getValue())))
                .sorted(Comparator.comparing(Endpoint::path))
                .toList();
        assertThat(endpoints).hasSizeGreaterThan(20);
        return endpoints;
    }

    private static Map<String, DeclaredAnswer> methods(Map<String, Map<String, Object>> operations) {
        var methods = new TreeMap<String, DeclaredAnswer>();
        operations.forEach((method, operation) -> {
            if (operation.get("responses") instanceof Map<?, ?> responses) {
                var statuses = responses.keySet().stream()
                        .map(status -> Integer.valueOf(String.valueOf(status)))
                        .collect(Collectors.toSet());
                methods.put(method.toUpperCase(Locale.ROOT), new DeclaredAnswer(statuses, parameters(operation)));
            }
        });
        return methods;
    }

    private static List<String> parameters(Map<String, Object> operation) {
        return operation.get("parameters") instanceof List<?> parameters
                ? parameters.stream()
                        .filter(Map.class::isInstance)
                        .map(parameter -> (Map<?, ?>) parameter)
                        .filter(parameter -> "query".equals(parameter.get("in")))
                        .map(parameter -> String.valueOf(parameter.get("name")))
                        .toList()
                : List.of();
    }
}
