package health.vigil.api.observation;

import health.vigil.access.Roles;
import health.vigil.api.Cursor;
import health.vigil.api.Items;
import health.vigil.api.Query;
import health.vigil.api.Visibility;
import health.vigil.observation.Kind;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// A patient's observations, newest first.
@Path("/v1/patients/{patientId}/observations")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Observations")
class PatientObservationResource {
    private final ObservationArchive archive;
    private final Visibility visible;
    private final Query query;

    PatientObservationResource(ObservationArchive archive, Visibility visible, Query query) {
        this.archive = archive;
        this.visible = visible;
        this.query = query;
    }

    @GET
    @Operation(summary = "List a patient's observations, newest first")
    @Parameter(name = "kind", in = ParameterIn.QUERY)
    @Parameter(name = "from", in = ParameterIn.QUERY)
    @Parameter(name = "to", in = ParameterIn.QUERY)
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    public RestResponse<Items<ObservationView>> observations(@RestPath String patientId) {
        var paging = query.paging();
        var kind = query.word("kind", Kind.class);
        var patient = visible.numbers(patientId);
        var rows = archive.page(patient, kind, query.span().within(visible.sight(patientId)), paging);
        return paging.answer(
                rows,
                row -> Cursor.of(row.effectiveAt, row.id, row.sender),
                row -> ObservationView.applied(row, patient.patient()));
    }
}
