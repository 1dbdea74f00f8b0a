package health.vigil.api.quarantine;

import health.vigil.access.Roles;
import health.vigil.api.Filter;
import health.vigil.api.Items;
import health.vigil.api.Request;
import health.vigil.api.Visibility;
import health.vigil.api.quarantine.Settlement.Discard;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.QuarantineReason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// Lists and settles a patient's records in quarantine that wait for a user of the ward.
@Path("/v1/patients/{patientId}/quarantine")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})
@Tag(name = "Quarantine")
class WardQuarantineResource {
    private final Settlements settlements;
    private final QuarantineList list;
    private final QuarantineAccess access;
    private final Visibility visible;

    WardQuarantineResource(Settlements settlements, QuarantineList list, QuarantineAccess access, Visibility visible) {
        this.settlements = settlements;
        this.list = list;
        this.access = access;
        this.visible = visible;
    }

    @GET
    @Operation(summary = "List a patient's records that wait for a user of the ward, newest first")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "open, released or discarded. Default: all.")
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    public RestResponse<Items<QuarantineView>> list(@RestPath String patientId) {
        var waiting = new Filter()
                .and("patientId in :patient", "patient", Optional.of(numbers(patientId)))
                .and(
                        "reason in :reasons",
                        "reasons",
                        Optional.of(QuarantineReason.OF_THE_WARD.stream()
                                .map(Word::word)
                                .toList()));
        return list.answer(waiting, access.ofThePatient(patientId));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read one of these records, with its bytes")
    public QuarantineView one(@RestPath String patientId, @RestPath String id) {
        requireOf(patientId, id);
        return QuarantineView.of(settlements.read(id));
    }

    @POST
    @Path("/{id}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Release a record: send it through the stream again",
            description =
                    "If its author is not verified, you become its author. `newId` gives it a new id, if you have used"
                            + " its id before. 403 for a kind that you may not enter, 409 if it is settled already.")
    @RequestBodySchema(Settlement.class)
    public QuarantineView release(@RestPath String patientId, @RestPath String id, byte[] body) {
        requireOf(patientId, id);
        return QuarantineView.of(settlements.release(id, Request.read(body, Settlement::release)));
    }

    @POST
    @Path("/{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Discard a record: settle it without applying it",
            description = "It stays on record. 409 if it is settled already.")
    @RequestBodySchema(Discard.class)
    public QuarantineView discard(@RestPath String patientId, @RestPath String id, byte[] body) {
        requireOf(patientId, id);
        return QuarantineView.of(settlements.discard(id, Request.read(body, Discard::read)));
    }

    private List<String> numbers(String patientId) {
        return visible.numbers(patientId).all().stream().map(PatientId::value).toList();
    }

    private void requireOf(String patientId, String id) {
        var numbers = numbers(patientId);
        if (Optional.ofNullable(settlements.read(id).patientId)
                .filter(numbers::contains)
                .isEmpty()) {
            throw ProblemException.notFound("There is no such record of this patient in quarantine");
        }
    }
}
