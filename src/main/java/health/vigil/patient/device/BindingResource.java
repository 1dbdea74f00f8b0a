package health.vigil.patient.device;

import health.vigil.access.Roles;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Query;
import health.vigil.api.Request;
import health.vigil.api.Visibility;
import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import health.vigil.observation.DeviceId;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Binds a device to the patient it measures.
@Path("/v1/devices/{deviceId}/binding")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.ADMIN})
@Tag(name = "Devices")
class BindingResource {
    private static final int LONGEST_SILENCE = 7 * 24 * 3600;

    private final DeviceBindings bindings;
    private final Visibility visible;
    private final Query query;

    BindingResource(DeviceBindings bindings, Visibility visible, Query query) {
        this.bindings = bindings;
        this.visible = visible;
        this.query = query;
    }

    record BindingRequest(PatientId patientId, Instant from, Optional<Integer> silentAfterSeconds) {
        DeviceBindings.Terms terms() {
            return new DeviceBindings.Terms(BindingPeriod.past(from), silentAfterSeconds);
        }

        static Optional<BindingRequest> read(Fields fields) {
            var patient = fields.need("patientId", Shapes.patientId());
            var from = fields.need("from", BindingPeriod.BORDER);
            var silentAfter = fields.may("silentAfterSeconds", Shapes.count(1, LONGEST_SILENCE));
            fields.refuseUnknown();
            return patient.flatMap(known -> from.map(since -> new BindingRequest(known, since, silentAfter)));
        }
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Bind a device to a patient",
            description =
                    "The binding holds from `from` on, and an earlier binding ends then. Readings since `from` move to"
                            + " the patient, and the wards are alerted. 403 if the device was bound since `from` to a"
                            + " patient of a ward that the user does not work for: bind it from now on instead.")
    @RequestBodySchema(BindingRequest.class)
    public BindingView bind(@RestPath String deviceId, byte[] body) {
        var device = device(deviceId);
        var wanted = Request.read(body, BindingRequest::read);
        var episode = visible.patientToChange(wanted.patientId().value());
        return bindings.bind(device, new DeviceBindings.Bearer(wanted.patientId(), episode.ward), wanted.terms());
    }

    @GET
    @Operation(
            summary = "Read which patient a device is bound to",
            description = "`patientId` and `boundBy` are left out if the user may not see the patient.")
    public BindingView binding(@RestPath String deviceId) {
        return bindings.current(device(deviceId))
                .map(binding -> maySee(binding) ? binding : binding.ofAForeignPatient())
                .orElseThrow(DeviceBindings::boundToNobody);
    }

    private boolean maySee(BindingView binding) {
        return binding.patientId().filter(visible::sees).isPresent();
    }

    @DELETE
    @Operation(
            summary = "Unbind a device",
            description = "From now on, or from `at`, which must not be in the future. 403 as for binding.")
    @Parameter(name = "at", in = ParameterIn.QUERY)
    public void unbind(@RestPath String deviceId) {
        var at = query.time("at", BindingPeriod.BORDER).orElseGet(MicrosecondClock::now);
        bindings.unbind(device(deviceId), BindingPeriod.past(at));
    }

    private static String device(String id) {
        if (id.isBlank() || !DeviceId.accepts(id) || id.indexOf(0) >= 0) {
            throw ProblemException.notFound("There is no such device");
        }
        return id;
    }
}
