package health.vigil.api.webhook;

import health.vigil.access.HospitalWards;
import health.vigil.access.Roles;
import health.vigil.api.Cursor;
import health.vigil.api.Items;
import health.vigil.api.Query;
import health.vigil.api.Request;
import health.vigil.api.Visibility;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.webhook.WebhookSettings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// Manages the webhooks to which alerts are delivered.
@Path("/v1/webhooks")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Webhooks")
class WebhookResource {
    private final Webhooks webhooks;
    private final WebhookSettings settings;
    private final HospitalWards wards;
    private final Query query;

    WebhookResource(Webhooks webhooks, WebhookSettings settings, HospitalWards wards, Query query) {
        this.webhooks = webhooks;
        this.settings = settings;
        this.wards = wards;
        this.query = query;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Add a webhook: deliver alerts to a URL",
            description = "The secret that signs the deliveries is shown only in this response.")
    @RequestBodySchema(Webhook.WebhookRequest.class)
    public RestResponse<Webhook> add(byte[] body, UriInfo uri) {
        var wanted = Request.read(
                Request.withoutNulls(Request.object(body)), fields -> Webhook.WebhookRequest.read(fields, settings));
        var webhook = webhooks.add(wanted.in(wards));
        return RestResponse.ResponseBuilder.<Webhook>created(
                        uri.getAbsolutePathBuilder().path("{id}").build(webhook.id()))
                .entity(webhook)
                .build();
    }

    @GET
    @Operation(summary = "List webhooks, newest first")
    public RestResponse<Items<Webhook>> list() {
        var paging = query.paging();
        return paging.answer(
                webhooks.page(paging),
                webhook -> new Cursor(webhook.createdAt(), webhook.id().toString()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove a webhook")
    public void remove(@RestPath String id) {
        webhooks.remove(Visibility.uuid(id).orElseThrow(Webhooks::missing));
    }

    @GET
    @Path("/{id}/deliveries")
    @Operation(
            summary = "List the deliveries of a webhook, newest first",
            description = "Works for a removed webhook, too. A delivery is `waiting`, `delivered`, `given-up`, or"
                    + " `dropped` when its webhook was removed.")
    public RestResponse<Items<DeliveryView>> deliveries(@RestPath String id) {
        var paging = query.paging();
        var webhook = Visibility.uuid(id).orElseThrow(Webhooks::missing);
        return paging.answer(
                webhooks.deliveries(webhook, paging),
                delivery -> new Cursor(delivery.createdAt(), Long.toString(delivery.number())));
    }
}
