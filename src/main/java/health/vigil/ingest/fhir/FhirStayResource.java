package health.vigil.ingest.fhir;

import health.vigil.access.Roles;
import health.vigil.problem.OperationOutcome;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Takes procedures, and what registration systems say about patients and their stays.
@Path("/fhir/r4")
@ServedBy(ServiceRole.INGEST)
@RolesAllowed({Roles.DEVICE, Roles.INTEGRATION})
@Consumes({OperationOutcome.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@RunOnVirtualThread
class FhirStayResource {
    private final FhirWrites writes;

    FhirStayResource(FhirWrites writes) {
        this.writes = writes;
    }

    @POST
    @Path("Procedure")
    public Response createProcedure(byte[] body) {
        return writes.create("Procedure", body);
    }

    @PUT
    @Path("Procedure")
    public Response updateProcedureByIdentifier(byte[] body) {
        return writes.updateByIdentifier("Procedure", body);
    }

    @PUT
    @Path("Procedure/{id}")
    public Response updateProcedure(@PathParam("id") String id, byte[] body) {
        return writes.update("Procedure", id, body);
    }

    @POST
    @Path("Patient")
    @RolesAllowed(Roles.INTEGRATION)
    public Response createPatient(byte[] body) {
        return writes.create("Patient", body);
    }

    @PUT
    @Path("Patient")
    @RolesAllowed(Roles.INTEGRATION)
    public Response updatePatientByIdentifier(byte[] body) {
        return writes.updateByIdentifier("Patient", body);
    }

    @PUT
    @Path("Patient/{id}")
    @RolesAllowed(Roles.INTEGRATION)
    public Response updatePatient(@PathParam("id") String id, byte[] body) {
        return writes.update("Patient", id, body);
    }

    @POST
    @Path("Encounter")
    @RolesAllowed(Roles.INTEGRATION)
    public Response createEncounter(byte[] body) {
        return writes.create("Encounter", body);
    }

    @PUT
    @Path("Encounter")
    @RolesAllowed(Roles.INTEGRATION)
    public Response updateEncounterByIdentifier(byte[] body) {
        return writes.updateByIdentifier("Encounter", body);
    }

    @PUT
    @Path("Encounter/{id}")
    @RolesAllowed(Roles.INTEGRATION)
    public Response updateEncounter(@PathParam("id") String id, byte[] body) {
        return writes.update("Encounter", id, body);
    }
}
