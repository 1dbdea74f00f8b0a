package health.vigil.api.fhir;

import health.vigil.api.fhir.StatementSearch.FoundVersion;
import health.vigil.api.fhir.StatementSearch.StatementResult;
import health.vigil.audit.AuditTrail;
import health.vigil.fhir.FhirWriter;
import health.vigil.fhirread.StatementReader;
import health.vigil.problem.OperationOutcome;
import health.vigil.problem.OutcomeIssue;
import health.vigil.problem.Problem;
import health.vigil.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/// Makes responses about the statements of other systems, by their versions.
@ApplicationScoped
class StatementAnswers {
    private static final String ANY = "*";

    private final StatementSearch statements;
    private final AuditTrail trail;

    StatementAnswers(StatementSearch statements, AuditTrail trail) {
        this.statements = statements;
        this.trail = trail;
    }

    /// The resource with an id: what another system wrote, or one that is found by another kind of id.
    RestResponse<String> read(
            String type, String id, UriInfo uri, HttpHeaders headers, Supplier<Optional<? extends Resource>> other) {
        SearchRequest.checkRead(uri, headers);
        return StatementReader.isStatementId(id)
                ? answer(statements.current(type, id), found -> one(found, headers))
                : FhirAnswers.read(other.get());
    }

    /// A version of a resource. Only what other systems wrote has versions.
    RestResponse<String> version(String type, String id, String number, UriInfo uri, HttpHeaders headers) {
        SearchRequest.checkRead(uri, headers);
        return StatementReader.isStatementId(id) && number.matches("[1-9]\\d{0,8}")
                ? answer(statements.version(type, id, Integer.parseInt(number)), found -> one(found, headers))
                : FhirAnswers.read(Optional.empty());
    }

    /// The versions of a resource, the one that stands first.
    RestResponse<String> history(String type, String id, UriInfo uri, HttpHeaders headers) {
        var request = SearchRequest.get(uri, headers);
        request.check(Set.of());
        return StatementReader.isStatementId(id)
                ? answer(statements.history(type, id), found -> {
                    trail.shows(found.stream().flatMap(FoundVersion::subjects));
                    return FhirAnswers.one(bundle(request, type + "/" + id, found));
                })
                : FhirAnswers.read(Optional.empty());
    }

    private static <T> RestResponse<String> answer(
            StatementResult<T> found, Function<T, RestResponse<String>> response) {
        return switch (found) {
            case StatementResult.Ready<T>(var what) -> response.apply(what);
            case StatementResult.Waiting<T> _ ->
                missing("business-rule", "The resource waits for a person, who has to decide about it");
            case StatementResult.Missing<T> _ ->
                missing("transient", "There is no such resource, or not yet: if it was just written, ask again");
        };
    }

    private static RestResponse<String> missing(String code, String diagnostics) {
        return ResponseBuilder.create(
                        RestResponse.Status.NOT_FOUND,
                        new OperationOutcome(List.of(OutcomeIssue.error(code, diagnostics))).text())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static RestResponse<String> one(FoundVersion found, HttpHeaders headers) {
        var resource = found.resource()
                .orElseThrow(() -> new ProblemException(Problem.of(410, "The resource has been withdrawn")));
        var response = found.version().isUnchanged() && isKnown(headers, found)
                ? ResponseBuilder.<String>notModified()
                : ResponseBuilder.ok(FhirWriter.write(resource));
        if (found.isComplete()) {
            response.header(HttpHeaders.ETAG, tag(found));
        }
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .lastModified(Date.from(found.version().given().updatedAt()))
                .build();
    }

    private static String tag(FoundVersion found) {
        return "W/\"" + found.number() + "\"";
    }

    /// Whether the client has this version already.
    private static boolean isKnown(HttpHeaders headers, FoundVersion found) {
        return Optional.ofNullable(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH)).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .anyMatch(known -> known.equals(ANY) || weak(known).equals(tag(found)));
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag : "W/" + tag;
    }

    private static Bundle bundle(SearchRequest request, String path, List<FoundVersion> found) {
        var bundle = new Bundle().setType(BundleType.HISTORY);
        if (found.size() < StatementReader.MOST_VERSIONS) {
            bundle.setTotal(found.size());
        }
        bundle.addLink().setRelation("self").setUrl(request.self());
        found.forEach(version -> entry(bundle, request.base(), path, version));
        return bundle;
    }

    private static void entry(Bundle bundle, String base, String path, FoundVersion found) {
        var entry = bundle.addEntry().setFullUrl(base + "/" + path);
        entry.getRequest()
                .setMethod(method(found))
                .setUrl(method(found) == HTTPVerb.POST ? path.substring(0, path.indexOf('/')) : path);
        entry.getResponse()
                .setStatus(status(found))
                .setLastModified(Date.from(found.version().given().updatedAt()));
        if (found.isComplete()) {
            entry.getResponse().setEtag(tag(found));
        }
        found.resource().ifPresent(entry::setResource);
    }

    private static String status(FoundVersion found) {
        if (found.version().withdraws()) {
            return "204";
        }
        return found.number() == 1 ? "201" : "200";
    }

    /// How the sender made a version is not stored; as FHIR wants it, a first one was created.
    private static HTTPVerb method(FoundVersion found) {
        if (found.version().withdraws()) {
            return HTTPVerb.DELETE;
        }
        return found.number() == 1 ? HTTPVerb.POST : HTTPVerb.PUT;
    }
}
