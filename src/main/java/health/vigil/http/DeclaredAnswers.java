package health.vigil.http;

import health.vigil.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/// Adds the possible statuses of each resource to the OpenAPI document. The code declares them per exception,
/// not per resource.
public final class DeclaredAnswers implements OASFilter {
    private static final Set<String> CREATING = Set.of(
            "/v1/accounts",
            "/v1/episodes",
            "/v1/episodes/{id}/infusions",
            "/v1/episodes/{id}/pauses",
            "/v1/journeys",
            "/v1/journeys/{id}/custody",
            "/v1/journeys/{id}/identity",
            "/v1/journeys/{id}/readiness",
            "/v1/journeys/{id}/overrides",
            "/v1/journeys/{id}/infusion",
            "/v1/webhooks",
            "/fhir/r4/Subscription",
            "/v1/patients/{patientId}/break-glass");
    private static final Map<String, String> SUCCESS =
            Map.of("POST /v1/observations", "202", "POST /v1/alerts/{id}/escalation", "202");

    /// They may refuse a sound request, because of what is stored.
    private static final Set<String> REFUSING =
            Set.of("/fhir/r4/Subscription/$get-ws-binding-token", "/fhir/r4/Subscription/{id}/$get-ws-binding-token");

    private static final List<Integer> ALWAYS = List.of(400, 401, 403, 404, 406, 414, 429, 431, 503);
    private static final List<Integer> WITH_A_BODY = List.of(408, 409, 413, 415);

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> declare(path, method, operation)));
    }

    private static void declare(String path, HttpMethod method, Operation operation) {
        var created = method == HttpMethod.POST && CREATING.contains(path) ? "201" : "";
        var success = SUCCESS.getOrDefault(method + " " + path, created);
        var answers = operation.getResponses();
        if (!success.isEmpty() && answers.hasAPIResponse("200")) {
            answers.addAPIResponse(success, answers.getAPIResponse("200"));
            answers.removeAPIResponse("200");
        }
        ALWAYS.forEach(status -> answers.addAPIResponse(String.valueOf(status), problem(status)));
        if (method != HttpMethod.GET) {
            WITH_A_BODY.forEach(status -> answers.addAPIResponse(String.valueOf(status), problem(status)));
        }
        if (REFUSING.contains(path)) {
            answers.addAPIResponse("422", problem(422));
        }
    }

    private static APIResponse problem(int status) {
        var content = OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType());
        return OASFactory.createAPIResponse()
                .description(Refusal.problem(status).title())
                .content(content);
    }
}
