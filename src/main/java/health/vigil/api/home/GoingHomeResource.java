package health.vigil.api.home;

import health.vigil.access.Roles;
import health.vigil.api.NumbersView;
import health.vigil.api.Query;
import health.vigil.api.Visibility;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.ContextQueries;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Writes the card for the wallet and the instructions that a patient takes home.
@Path("/v1/patients/{patientId}/going-home")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Going home")
class GoingHomeResource {
    private final ContextQueries contexts;
    private final HomePapers papers;
    private final Visibility visible;
    private final Query query;

    GoingHomeResource(ContextQueries contexts, HomePapers papers, Visibility visible, Query query) {
        this.contexts = contexts;
        this.papers = papers;
        this.visible = visible;
        this.query = query;
    }

    @GET
    @Operation(
            summary = "Read the card and the instructions that a patient takes home",
            description = "In English and German, with the centre's limits and dates. They name no grade.")
    @Parameter(
            name = "language",
            in = ParameterIn.QUERY,
            description = "`en`, `de`, or both with a comma. Default: both.")
    public GoingHomeView papers(@RestPath String patientId) {
        var asked = query.words("language", HomeLanguage.class);
        var languages = asked.isEmpty() ? EnumSet.allOf(HomeLanguage.class) : asked;
        var row = visible.patient(patientId);
        var patient = new PatientId(patientId);
        var found = contexts.of(patient, Optional.empty(), Optional.empty())
                .filter(context -> context.episode().id().equals(row.id))
                .orElseThrow(() -> ProblemException.notFound("There is no such patient"));
        return new GoingHomeView(
                NumbersView.of(patient, found.episode().numbers()),
                found.episode().id(),
                found.at(),
                languages.stream()
                        .map(language -> papers.of(language, row, found))
                        .toList());
    }
}
