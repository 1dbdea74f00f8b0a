package health.vigil.api.fhir;

import health.vigil.access.Roles;
import health.vigil.fhir.FhirWriter;
import health.vigil.problem.OperationOutcome;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.FhirSubscriptions.StoredSubscription;
import health.vigil.subscription.SubscriptionResource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// Subscriptions: other systems are told of alerts and grades.
@Path("/fhir/r4")
@ServedBy(ServiceRole.SERVE)
@Produces({FhirAnswers.FHIR_JSON, MediaType.APPLICATION_JSON})
@RolesAllowed({Roles.DASHBOARD, Roles.ADMIN})
@Tag(name = "FHIR")
class FhirSubscriptionResource {
    private final OwnSubscriptions subscriptions;
    private final SubscriptionSearch search;
    private final SocketTokens tokens;

    FhirSubscriptionResource(OwnSubscriptions subscriptions, SubscriptionSearch search, SocketTokens tokens) {
        this.subscriptions = subscriptions;
        this.search = search;
        this.tokens = tokens;
    }

    @POST
    @Path("Subscription")
    @Consumes({OperationOutcome.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "Subscribe to alerts or grades")
    public RestResponse<String> create(byte[] body, UriInfo uri, HttpHeaders headers) {
        SearchRequest.checkRead(uri, headers);
        var created = subscriptions.create(body, base(uri));
        return answer(
                RestResponse.ResponseBuilder.<String>created(
                        uri.getBaseUri().resolve("/fhir/r4/Subscription/" + created.id())),
                created);
    }

    @PUT
    @Path("Subscription/{id}")
    @Consumes({OperationOutcome.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change a subscription, or start it again")
    public RestResponse<String> update(@RestPath String id, byte[] body, UriInfo uri, HttpHeaders headers) {
        SearchRequest.checkRead(uri, headers);
        return answer(RestResponse.ResponseBuilder.ok(), subscriptions.update(id, body, base(uri), expected(headers)));
    }

    @DELETE
    @Path("Subscription/{id}")
    @Operation(summary = "End a subscription")
    public void delete(@RestPath String id, UriInfo uri, HttpHeaders headers) {
        SearchRequest.checkRead(uri, headers);
        subscriptions.delete(id, expected(headers));
    }

    @GET
    @Path("Subscription/{id}")
    @Operation(summary = "Read a subscription, without the headers of its messages")
    public RestResponse<String> read(@RestPath String id, UriInfo uri, HttpHeaders headers) {
        SearchRequest.checkRead(uri, headers);
        return answer(RestResponse.ResponseBuilder.ok(), subscriptions.one(id));
    }

    @GET
    @Path("Subscription")
    @Operation(summary = "Find subscriptions")
    public RestResponse<String> search(UriInfo uri, HttpHeaders headers) {
        return search.find(SearchRequest.get(uri, headers));
    }

    @POST
    @Path("Subscription/_search")
    @Operation(summary = "Find subscriptions, with the parameters in a form")
    public RestResponse<String> searchByForm(UriInfo uri, HttpHeaders headers, byte[] form) {
        return search.find(SearchRequest.post(uri, headers, form));
    }

    @GET
    @Path("Subscription/$status")
    @Operation(summary = "Tell the status of subscriptions")
    public RestResponse<String> statuses(UriInfo uri, HttpHeaders headers) {
        return search.statuses(SearchRequest.get(uri, headers));
    }

    @GET
    @Path("Subscription/{id}/$status")
    @Operation(summary = "Tell the status of a subscription")
    public RestResponse<String> status(@RestPath String id, UriInfo uri, HttpHeaders headers) {
        return search.status(id, SearchRequest.get(uri, headers));
    }

    @GET
    @Path("Subscription/{id}/$events")
    @Operation(
            summary = "Tell events again, by their numbers",
            description = "At most 100, from `eventsSinceNumber` to `eventsUntilNumber`.")
    public RestResponse<String> events(@RestPath String id, UriInfo uri, HttpHeaders headers) {
        return search.events(id, SearchRequest.get(uri, headers));
    }

    @GET
    @Path("Subscription/$get-ws-binding-token")
    @Operation(
            summary = "Get a token that binds subscriptions to a websocket",
            description = "For each `id`, or for all subscriptions of the account whose channel is a websocket. The"
                    + " token is valid for a minute and is accepted once.")
    public RestResponse<String> socketTokens(UriInfo uri, HttpHeaders headers) {
        return tokens.ofMany(SearchRequest.get(uri, headers), base(uri));
    }

    @GET
    @Path("Subscription/{id}/$get-ws-binding-token")
    @Operation(summary = "Get a token that binds a subscription to a websocket")
    public RestResponse<String> socketToken(@RestPath String id, UriInfo uri, HttpHeaders headers) {
        return tokens.ofOne(id, SearchRequest.get(uri, headers), base(uri));
    }

    private static String base(UriInfo uri) {
        return uri.getBaseUri().resolve("/fhir/r4").toString();
    }

    private static Optional<String> expected(HttpHeaders headers) {
        return Optional.ofNullable(headers.getHeaderString(HttpHeaders.IF_MATCH));
    }

    private static RestResponse<String> answer(
            RestResponse.ResponseBuilder<String> response, StoredSubscription subscription) {
        return response.entity(FhirWriter.write(SubscriptionResource.of(subscription)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.ETAG, OwnSubscriptions.tag(subscription))
                .build();
    }
}
