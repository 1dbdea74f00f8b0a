package health.vigil.api.home;

import health.vigil.access.CurrentUser;
import health.vigil.access.Roles;
import health.vigil.audit.AuditTrail;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What the page for patients and caregivers shows, about the patient of the account.
@Path("/v1/home")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PATIENT, Roles.CAREGIVER})
@Tag(name = "Watched at home")
class HomePageResource {
    private final HomePageReader reader;
    private final CurrentUser current;
    private final AuditTrail trail;

    HomePageResource(HomePageReader reader, CurrentUser current, AuditTrail trail) {
        this.reader = reader;
        this.current = current;
        this.trail = trail;
    }

    @GET
    @Operation(
            summary = "Read what is due at home, what was entered from there, and when to call whom",
            description = "About the patient of the account. It names no grade and no patient."
                    + " Without `watch` nobody watches this patient at home now.")
    public HomePageView home() {
        var user = current.user();
        user.patientId().ifPresent(patient -> trail.about(patient.value()));
        return reader.of(user);
    }
}
