package health.vigil.api.home;

import health.vigil.access.Roles;
import health.vigil.api.NumbersView;
import health.vigil.api.Query;
import health.vigil.api.Visibility;
import health.vigil.api.home.DischargeReadinessView.LineView;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.ContextQueries;
import health.vigil.store.EpisodeRow;
import health.vigil.store.ReadinessQueries;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;
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
    private final ReadinessQueries lists;
    private final HomePapers papers;
    private final Visibility visible;
    private final Query query;

    GoingHomeResource(
            ContextQueries contexts, ReadinessQueries lists, HomePapers papers, Visibility visible, Query query) {
        this.contexts = contexts;
        this.lists = lists;
        this.papers = papers;
        this.visible = visible;
        this.query = query;
    }

    @GET
    @Operation(
            summary = "Read the card and the instructions that a patient takes home",
            description = "In English and German, with the centre's limits and dates. They name no grade."
                    + " `openLines` is for the ward: what was open at the discharge.")
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
                openLines(row),
                Optional.ofNullable(row.dischargeNote),
                languages.stream()
                        .map(language -> papers.of(language, row, found))
                        .toList());
    }

    /// What was open when the patient went home, or is now.
    private List<LineView> openLines(EpisodeRow row) {
        return lists
                .of(new PatientId(row.patientId), Optional.ofNullable(row.endedAt), Optional.empty())
                .filter(list -> list.episode().id().equals(row.id))
                .map(list -> list.readiness().notMet())
                .orElse(List.of())
                .stream()
                .map(LineView::of)
                .toList();
    }
}
