package health.vigil.patient.merge;

import health.vigil.access.Roles;
import health.vigil.api.Query;
import health.vigil.api.Request;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Merges two numbers of one patient, and undoes merges.
@Path("/v1/patients/{number}/merge")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.ADMIN})
@Tag(name = "Episodes")
class MergeResource {
    private static final Shape<String> REASON = Shapes.sentence(2000);

    private final NumberMerges merges;
    private final Query query;

    MergeResource(NumberMerges merges, Query query) {
        this.merges = merges;
        this.query = query;
    }

    /// The number to merge into, and why.
    record MergeRequest(PatientId into, String reason) {
        static Optional<MergeRequest> read(Fields fields) {
            var into = fields.need("into", Shapes.patientId());
            var reason = fields.need("reason", REASON);
            fields.refuseUnknown();
            return into.flatMap(known -> reason.map(why -> new MergeRequest(known, why)));
        }
    }

    /// Why a merge is undone.
    record TakeBack(String reason) {
        static Optional<TakeBack> read(Fields fields) {
            var reason = fields.need("reason", REASON);
            fields.refuseUnknown();
            return reason.map(TakeBack::new);
        }
    }

    @GET
    @Operation(summary = "Read the numbers of a patient and their merges")
    public MergeView numbers(@RestPath String number) {
        return merges.of(number(number));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Merge a number into another",
            description =
                    "The records of the number are then read as those of `into`. The response comes once the grade"
                            + " reflects it. 409 if both have an active episode, if one of them is merged already, or"
                            + " if one has a death and the other an active episode.")
    @RequestBodySchema(MergeRequest.class)
    public MergeView merge(@RestPath String number, byte[] body) {
        return merges.merge(number(number), Request.read(body, MergeRequest::read));
    }

    @DELETE
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Undo a merge",
            description = "Needs a reason, in the body or as `reason`. Records that came under the number belong to it"
                    + " again.")
    @Parameter(name = "reason", in = ParameterIn.QUERY)
    @RequestBodySchema(TakeBack.class)
    public MergeView takeBack(@RestPath String number, byte[] body) {
        var asked = query.text("reason").filter(_ -> body.length == 0);
        var object = Request.object(body);
        asked.ifPresent(reason -> object.put("reason", reason));
        return merges.takeBack(
                number(number), Request.read(object, TakeBack::read).reason());
    }

    private static PatientId number(String text) {
        if (!PatientId.accepts(text)) {
            throw ProblemException.notFound("There is no such patient");
        }
        return new PatientId(text);
    }
}
