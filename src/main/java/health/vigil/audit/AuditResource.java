package health.vigil.audit;

import health.vigil.access.Roles;
import health.vigil.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// The audit trail for administrators, newest first.
@Path("/v1/audit")
@RolesAllowed(Roles.ADMIN)
class AuditResource {
    private static final int LONGEST_HEAD = 100;

    private final AuditSearch search;
    private final AuditChain chain;
    private final AuditVerifier verifier;

    AuditResource(AuditSearch search, AuditChain chain, AuditVerifier verifier) {
        this.search = search;
        this.chain = chain;
        this.verifier = verifier;
    }

    record AuditPage(List<AuditSearch.Item> items) {}

    record Head(String head) {}

    @GET
    public RestResponse<AuditPage> list(@BeanParam AuditSearch.Criteria query, UriInfo address) {
        var items = search.find(query);
        var answer = RestResponse.ResponseBuilder.ok(new AuditPage(items));
        if (items.size() == AuditSearch.PAGE) {
            var next = address.getRequestUriBuilder()
                    .replaceQueryParam("cursor", items.getLast().number())
                    .build();
            answer.header(HttpHeaders.LINK, "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
        }
        return answer.build();
    }

    /// The current head of the chain. Stored elsewhere, it later proves whether entries were removed at the
    /// end.
    @GET
    @Path("/head")
    public Head head() {
        return new Head(chain.head().head());
    }

    @GET
    @Path("/verification")
    public ChainVerification verify(@RestQuery Optional<String> head) {
        if (head.filter(text -> text.length() > LONGEST_HEAD).isPresent()) {
            throw ProblemException.invalid("head", "is longer than " + LONGEST_HEAD + " characters");
        }
        return verifier.verify(head);
    }
}
