package health.vigil.ingest.fhir;

import health.vigil.access.Roles;
import health.vigil.problem.OperationOutcome;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Takes observations and administrations of drugs as resources. It answers 201 or 200 once Kafka has them.
///
/// It runs on virtual threads because each request waits for Kafka.
@Path("/fhir/r4")
@ServedBy(ServiceRole.INGEST)
@RolesAllowed({Roles.DEVICE, Roles.INTEGRATION})
@Consumes({OperationOutcome.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@RunOnVirtualThread
class FhirWriteResource {
    private final FhirWrites writes;

    FhirWriteResource(FhirWrites writes) {
        this.writes = writes;
    }

    @POST
    @Path("Observation")
    public Response createObservation(byte[] body) {
        return writes.create("Observation", body);
    }

    @PUT
    @Path("Observation")
    public Response updateObservationByIdentifier(byte[] body) {
        return writes.updateByIdentifier("Observation", body);
    }

    @PUT
    @Path("Observation/{id}")
    public Response updateObservation(@PathParam("id") String id, byte[] body) {
        return writes.update("Observation", id, body);
    }

    @DELETE
    @Path("Observation/{id}")
    @Consumes(MediaType.WILDCARD)
    public Response deleteObservation(@PathParam("id") String id) {
        return writes.delete("Observation", id);
    }

    @POST
    @Path("MedicationAdministration")
    public Response createAdministration(byte[] body) {
        return writes.create("MedicationAdministration", body);
    }

    @PUT
    @Path("MedicationAdministration")
    public Response updateAdministrationByIdentifier(byte[] body) {
        return writes.updateByIdentifier("MedicationAdministration", body);
    }

    @PUT
    @Path("MedicationAdministration/{id}")
    public Response updateAdministration(@PathParam("id") String id, byte[] body) {
        return writes.update("MedicationAdministration", id, body);
    }

    @DELETE
    @Path("MedicationAdministration/{id}")
    @Consumes(MediaType.WILDCARD)
    public Response deleteAdministration(@PathParam("id") String id) {
        return writes.delete("MedicationAdministration", id);
    }
}
