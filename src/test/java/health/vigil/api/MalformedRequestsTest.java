package health.vigil.api;

import health.vigil.EmbeddedTestResource;
import health.vigil.access.As;
import health.vigil.access.Role;
import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Thousands of requests that make no sense, for every endpoint there is: each is answered, none breaks anything. The
/// number is `vigil.test.malformed`, 20,000 where nothing is said.
@QuarkusTest
@QuarkusTestResource(EmbeddedTestResource.class)
class MalformedRequestsTest {
    private static final int REQUESTS = Integer.getInteger("vigil.test.malformed", 20_000);
    private static final long SEED = Long.getLong("vigil.test.seed", 20_261_123L);
    private static final Set<Integer> EXPECTED =
            Set.of(200, 201, 202, 204, 400, 401, 403, 404, 405, 406, 409, 413, 414, 415, 429, 431);

    private record Endpoint(String method, String path) {}

    private final Random random = new Random(SEED);
    private final Nonsense nonsense = new Nonsense(random);
    private final Map<Role, String> tokens = tokens();

    @Test
    void everyMalformedRequestIsAnsweredAndNoneBreaksAnything() throws IOException, InterruptedException {
        System.out.println("Malformed requests with seed " + SEED);
        var endpoints = endpoints();
        try (var client = HttpClient.newHttpClient()) {
            for (var number = 0; number < REQUESTS; number++) {
                var request = request(endpoints.get(random.nextInt(endpoints.size())));
                check(request, client.send(request, BodyHandlers.ofString()));
            }
        }
    }

    private static void check(HttpRequest request, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s -> %s", request, answer.body()).isIn(EXPECTED);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "health.vigil");
        if (answer.statusCode() >= 400 && !request.method().equals("HEAD")) {
            assertThat(answer.headers().firstValue("Content-Type"))
                    .as("%s", request)
                    .hasValue(Problem.MEDIA_TYPE);
        }
    }

    private HttpRequest request(Endpoint endpoint) {
        var path = nonsense.path(endpoint.path()) + nonsense.query();
        var roles = Role.values();
        var builder = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .method(nonsense.method(endpoint.method()), BodyPublishers.ofByteArray(nonsense.body()))
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

    /// All but the one that does not end, and the ones that make or end accounts.
    private static List<Endpoint> endpoints() {
        var found = new ArrayList<Endpoint>();
        var visitor = new RuntimeResourceVisitor() {
            @Override
            public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                if (!path.endsWith("/stream") && !path.startsWith("/v1/accounts/")) {
                    found.add(new Endpoint(method, path));
                }
            }
        };
        RuntimeResourceVisitor.visitRuntimeResources(
                "", ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(), visitor);
        return found;
    }
}
