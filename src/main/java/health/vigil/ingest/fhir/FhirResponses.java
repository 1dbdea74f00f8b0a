package health.vigil.ingest.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.ingest.fhir.EntryAnswer.WrittenVersion;
import health.vigil.ingest.fhir.FhirRequest.Wanted;
import health.vigil.json.JsonText;
import health.vigil.problem.OperationOutcome;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/// Writes answers as responses of HTTP.
final class FhirResponses {
    private static final Map<Integer, String> REASONS = Map.of(422, "Unprocessable Entity");
    private static final int NO_CONTENT = 204;

    private final String base;
    private final Wanted wanted;

    /// @param base the address of the service for FHIR
    FhirResponses(String base, Wanted wanted) {
        this.base = base;
        this.wanted = wanted;
    }

    /// The response to one resource.
    Response of(EntryAnswer answer) {
        var response = Response.status(status(answer));
        answer.written().ifPresent(version -> locate(response, version));
        if (wanted == Wanted.RESOURCE && answer.resource().isPresent()) {
            return with(response, answer.resource().get());
        }
        return tells(answer) ? with(response, answer.outcome().json()) : response.build();
    }

    /// What is not kept, waits or is refused is always told.
    private boolean tells(EntryAnswer answer) {
        return answer.written().isEmpty() || wanted == Wanted.OUTCOME;
    }

    private int status(EntryAnswer answer) {
        return answer.status() == NO_CONTENT && tells(answer) ? 200 : answer.status();
    }

    private void locate(ResponseBuilder response, WrittenVersion version) {
        response.header(HttpHeaders.LOCATION, base + "/" + version.path())
                .header(HttpHeaders.ETAG, version.tag())
                .header(HttpHeaders.LAST_MODIFIED, httpDate(version.modifiedAt()));
    }

    private static String httpDate(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    static Response with(ResponseBuilder response, ObjectNode json) {
        return response.type(OperationOutcome.MEDIA_TYPE)
                .entity(JsonText.of(json))
                .build();
    }

    /// The response to a Bundle, entry by entry.
    Response ofBundle(boolean transaction, List<EntryAnswer> answers) {
        var bundle = JsonText.object()
                .put("resourceType", "Bundle")
                .put("type", transaction ? "transaction-response" : "batch-response");
        var entries = bundle.putArray("entry");
        answers.forEach(answer -> entry(entries.addObject(), answer));
        return with(Response.ok(), bundle);
    }

    private void entry(ObjectNode entry, EntryAnswer answer) {
        if (wanted == Wanted.RESOURCE) {
            answer.resource().ifPresent(resource -> entry.set("resource", resource));
        }
        var response = entry.putObject("response").put("status", line(status(answer)));
        answer.written()
                .ifPresent(version -> response.put("location", version.path())
                        .put("etag", version.tag())
                        .put("lastModified", version.modifiedAt().toString()));
        if (tells(answer) || !answer.issues().isEmpty()) {
            response.set("outcome", answer.outcome().json());
        }
    }

    private static String line(int status) {
        var known = Response.Status.fromStatusCode(status);
        return status + " " + REASONS.getOrDefault(status, known == null ? "" : known.getReasonPhrase());
    }

    /// The response to a transaction of which something is refused.
    Response ofRefused(List<EntryAnswer> answers) {
        var refused = answers.stream().filter(EntryAnswer::isRefused).toList();
        var outcome = new OperationOutcome(
                refused.stream().flatMap(answer -> answer.issues().stream()).toList());
        return with(Response.status(refused.getFirst().status()), outcome.json());
    }
}
