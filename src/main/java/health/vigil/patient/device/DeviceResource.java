package health.vigil.patient.device;

import health.vigil.access.Roles;
import health.vigil.api.Cursor;
import health.vigil.api.Items;
import health.vigil.api.Query;
import health.vigil.api.Visibility;
import health.vigil.audit.AuditTrail;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// Lists the devices that are bound to a patient.
@Path("/v1/devices")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.ADMIN})
@Tag(name = "Devices")
class DeviceResource {
    private final DeviceBindings bindings;
    private final Visibility visible;
    private final Query query;
    private final AuditTrail trail;

    DeviceResource(DeviceBindings bindings, Visibility visible, Query query, AuditTrail trail) {
        this.bindings = bindings;
        this.visible = visible;
        this.query = query;
        this.trail = trail;
    }

    @GET
    @Operation(summary = "List the open bindings of patients the user may see, newest first")
    @Parameter(name = "patientId", in = ParameterIn.QUERY)
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    public RestResponse<Items<BindingView>> list() {
        var paging = query.paging();
        var patient = query.text("patientId");
        var asked = new DeviceBindings.BindingListFilter(
                patient, patient.filter(visible::sees).isPresent());
        var page = bindings.page(asked, paging);
        trail.shows(page.stream().flatMap(binding -> binding.patientId().stream()));
        return paging.answer(page, binding -> new Cursor(binding.from(), binding.deviceId()));
    }
}
