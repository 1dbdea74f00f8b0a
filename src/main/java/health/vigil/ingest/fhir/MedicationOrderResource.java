package health.vigil.ingest.fhir;

import health.vigil.problem.Problem;
import health.vigil.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/// Refuses orders and plans: they are no administration. No method is allowed here.
@Path("/fhir/r4/{order: MedicationRequest|MedicationStatement|MedicationDispense}")
@PermitAll
class MedicationOrderResource {
    private static final Map<String, String> NO_METHOD = Map.of(HttpHeaders.ALLOW, "");

    @GET
    public Response search() {
        throw refusal();
    }

    @POST
    public Response create() {
        throw refusal();
    }

    @PUT
    public Response updateByIdentifier() {
        throw refusal();
    }

    @GET
    @Path("{id}")
    public Response read() {
        throw refusal();
    }

    @PUT
    @Path("{id}")
    public Response update() {
        throw refusal();
    }

    @DELETE
    @Path("{id}")
    public Response delete() {
        throw refusal();
    }

    private static ProblemException refusal() {
        return new ProblemException(Problem.of(405, "An order or a plan is no administration"), NO_METHOD);
    }
}
