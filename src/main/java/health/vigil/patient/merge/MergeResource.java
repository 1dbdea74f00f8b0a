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

/// Two numbers of one patient.
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

    /// Which number the old one is read as, and why.
    record MergeRequest(PatientId into, String reason) {
        static Optional<MergeRequest> read(Fields fields) {
            var into = fields.need("into", Shapes.patientId());
            var reason = fields.need("reason", REASON);
            fields.refuseUnknown();
            return into.flatMap(known -> reason.map(why -> new MergeRequest(known, why)));
        }
    }

    /// Why a merge is taken back.
    record TakeBack(String reason) {
        static Optional<TakeBack> read(Fields fields) {
            var reason = fields.need("reason", REASON);
            fields.refuseUnknown();
            return reason.map(TakeBack::new);
        }
    }

    @GET
    @Operation(summary = "The numbers of a patient, and how they came together")
    public MergeView numbers(@RestPath String number) {
        return merges.of(number(number));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Read the records of a number as another's",
            description =
                    "Answered once the grade reflects it. 409 where both have an active episode, where one of them"
                            + " is merged already, or where a death stands under the number that is not watched.")
    @RequestBodySchema(MergeRequest.class)
    public MergeView merge(@RestPath String number, byte[] body) {
        return merges.merge(number(number), Request.read(body, MergeRequest::read));
    }

    @DELETE
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Take a merge back",
            description = "With a reason, in the body or as `reason`. What came under the number belongs to it again.")
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
