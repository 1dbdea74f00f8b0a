package health.vigil.ingest.fhir;

import health.vigil.fhir.IdentifierQuery;
import health.vigil.problem.Problem;
import health.vigil.problem.ProblemException;
import health.vigil.trace.Trace;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The headers and the query of a request in FHIR.
@RequestScoped
class FhirRequest {
    private static final String ROOT = "/fhir/r4";
    private static final Set<String> OF_THE_ANSWER = Set.of("_format", "_pretty", "_summary");
    private static final Set<String> JSON =
            Set.of("json", "application/json", "application/fhir+json", "application/json+fhir", "text/json");
    private static final Set<String> RANGES = Set.of("*/*", "application/*");

    private final RoutingContext request;

    FhirRequest(RoutingContext request) {
        this.request = request;
    }

    /// What a client wants to get back (`Prefer`).
    enum Wanted {
        NOTHING,
        RESOURCE,
        OUTCOME
    }

    Trace trace() {
        return Trace.of(request.request().getHeader(Trace.HEADER));
    }

    /// The address of the service for FHIR.
    String base() {
        var address = Objects.requireNonNullElse(request.request().absoluteURI(), "");
        int at = address.indexOf(ROOT);
        return at < 0 ? ROOT : address.substring(0, at) + ROOT;
    }

    /// Refuses a client that does not accept JSON. `_format` counts before the header.
    void requireJson() {
        var accepted = format().map(format -> JSON.contains(format.replace(' ', '+')))
                .orElseGet(() -> header(HttpHeaders.ACCEPT)
                        .map(FhirRequest::includesJson)
                        .orElse(true));
        if (!accepted) {
            throw new ProblemException(Problem.of(406, "Only JSON is available: application/fhir+json"));
        }
    }

    private Optional<String> format() {
        return parameters()
                .filter(parameter -> name(parameter).equals("_format"))
                .map(parameter -> URLDecoder.decode(value(parameter), StandardCharsets.UTF_8)
                        .toLowerCase(Locale.ROOT))
                .map(format -> format.split(";", 2)[0].strip())
                .findFirst();
    }

    private static boolean includesJson(String accept) {
        return Arrays.stream(accept.split(",", -1))
                .map(range -> range.toLowerCase(Locale.ROOT).replace(" ", "").split(";", -1))
                .filter(range -> Arrays.stream(range).noneMatch(part -> part.matches("q=0(\\.0*)?")))
                .map(range -> range[0])
                .anyMatch(type -> JSON.contains(type) || RANGES.contains(type) || type.isEmpty());
    }

    Wanted wanted() {
        return header("Prefer").stream()
                .flatMap(prefer -> Arrays.stream(prefer.split("[,;]", -1)))
                .map(preference -> preference.replace(" ", "").replace("\"", "").toLowerCase(Locale.ROOT))
                .flatMap(preference -> switch (preference) {
                    case "return=representation" -> Stream.of(Wanted.RESOURCE);
                    case "return=operationoutcome" -> Stream.of(Wanted.OUTCOME);
                    default -> Stream.<Wanted>empty();
                })
                .findFirst()
                .orElse(Wanted.NOTHING);
    }

    /// The identifier of a conditional create.
    Optional<IdentifierQuery> ifNoneExist() {
        return header("If-None-Exist").map(text -> query(text, "If-None-Exist"));
    }

    Optional<ExpectedVersion> expected() {
        return ExpectedVersion.read(header(HttpHeaders.IF_MATCH));
    }

    /// The identifier in the address of a conditional update.
    IdentifierQuery condition() {
        return query(String.join("&", conditions()), "The query");
    }

    /// Refuses a query where none has a meaning.
    void requireNoCondition() {
        if (!conditions().isEmpty()) {
            throw ProblemException.badRequest("The query has no meaning here");
        }
    }

    private static IdentifierQuery query(String text, String what) {
        return IdentifierQuery.read(text)
                .orElseThrow(() -> ProblemException.badRequest(what + " must be identifier=system|value"));
    }

    private List<String> conditions() {
        return parameters()
                .filter(parameter -> !OF_THE_ANSWER.contains(name(parameter)))
                .toList();
    }

    private Stream<String> parameters() {
        return Stream.ofNullable(request.request().query())
                .flatMap(query -> Arrays.stream(query.split("&", -1)))
                .filter(parameter -> !parameter.isEmpty());
    }

    private static String name(String parameter) {
        return parameter.split("=", 2)[0];
    }

    private static String value(String parameter) {
        return parameter.substring(Math.min(parameter.length(), name(parameter).length() + 1));
    }

    private Optional<String> header(String name) {
        var values = request.request().headers().getAll(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
    }
}
