package health.vigil.api.fhir;

import health.vigil.access.Roles;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// Episodes.
@Path("/fhir/r4")
@ServedBy(ServiceRole.SERVE)
@Produces({FhirAnswers.FHIR_JSON, MediaType.APPLICATION_JSON})
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.DASHBOARD, Roles.REGISTRY})
@Tag(name = "FHIR")
class FhirEpisodeResource {
    private final EpisodeSearch episodes;
    private final FhirAnswers answers;

    FhirEpisodeResource(EpisodeSearch episodes, FhirAnswers answers) {
        this.episodes = episodes;
        this.answers = answers;
    }

    @GET
    @Path("EpisodeOfCare/{id}")
    @Operation(summary = "Read an episode as an EpisodeOfCare")
    public RestResponse<String> read(@RestPath String id, UriInfo uri, HttpHeaders headers) {
        SearchRequest.checkRead(uri, headers);
        return FhirAnswers.read(episodes.episode(id));
    }

    @GET
    @Path("EpisodeOfCare")
    @Operation(summary = "Find episodes as EpisodesOfCare")
    public RestResponse<String> search(UriInfo uri, HttpHeaders headers) {
        return answer(SearchRequest.get(uri, headers));
    }

    @POST
    @Path("EpisodeOfCare/_search")
    @Operation(summary = "Find episodes as EpisodesOfCare, with the parameters in a form")
    public RestResponse<String> searchByForm(UriInfo uri, HttpHeaders headers, byte[] form) {
        return answer(SearchRequest.post(uri, headers, form));
    }

    private RestResponse<String> answer(SearchRequest request) {
        var ignored = request.check(EpisodeSearch.OF_EPISODES);
        return answers.page(request, episodes.episodes(request), ignored, List.of());
    }
}
