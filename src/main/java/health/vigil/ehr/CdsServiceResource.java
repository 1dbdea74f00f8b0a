package health.vigil.ehr;

import health.vigil.access.CurrentUser;
import health.vigil.api.Request;
import health.vigil.audit.AuditTrail;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.HospitalSettings;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The service of CDS Hooks. An EHR calls it when a clinician opens a patient's chart.
@Path("/cds-services")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Ehr.ROLE)
@Tag(name = "CDS Hooks")
class CdsServiceResource {
    private static final String OWN_PATIENTS = "urn:vigil:patient";

    private final Ehrs ehrs;
    private final LaunchClients launches;
    private final CardQueries patients;
    private final FeedbackLog feedback;
    private final AuditTrail trail;
    private final CurrentUser user;
    private final HospitalSettings hospital;
    private final String patientSystem;

    CdsServiceResource(
            Ehrs ehrs,
            LaunchClients launches,
            CardQueries patients,
            FeedbackLog feedback,
            AuditTrail trail,
            CurrentUser user,
            HospitalSettings hospital,
            @ConfigProperty(name = "vigil.fhir.patient-system") Optional<String> patientSystem) {
        this.ehrs = ehrs;
        this.launches = launches;
        this.patients = patients;
        this.feedback = feedback;
        this.trail = trail;
        this.user = user;
        this.hospital = hospital;
        this.patientSystem = patientSystem.orElse(OWN_PATIENTS);
    }

    @GET
    @PermitAll
    @Operation(summary = "Discover the services")
    public CdsServices services() {
        if (!ehrs.offered()) {
            throw ProblemException.notFound("Cards are not configured (vigil.cds)");
        }
        return CdsServices.ALL;
    }

    @POST
    @Path("/" + CdsEndpoint.ID)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Read the card of the patient whose chart a clinician opens")
    public CdsCards cards(byte[] sent) {
        var call = CdsCall.read(sent);
        trail.by(user.username() + ":" + call.user());
        return patients.find(call.identifier(patientSystem)).map(this::card).orElse(CdsCards.NONE);
    }

    /// The audit trail names the card, so that later feedback can be assigned.
    private CdsCards card(CardData patient) {
        var id = UUID.randomUUID();
        trail.because("card " + id);
        var writer = new CardWriter(ehrs.base(), hospital.timeZone(), launches.offered());
        return new CdsCards(List.of(writer.card(id, patient)));
    }

    @POST
    @Path("/" + CdsEndpoint.ID + "/feedback")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tell what became of cards")
    @APIResponse(responseCode = "200", description = "Kept in the audit trail")
    public Response feedback(byte[] sent) {
        feedback.keep(Request.read(Request.withoutNulls(Request.object(sent)), CdsFeedback::read));
        return Response.ok().build();
    }
}
