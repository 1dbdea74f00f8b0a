package health.vigil.api.quarantine;

import health.vigil.access.Roles;
import health.vigil.api.Filter;
import health.vigil.api.Items;
import health.vigil.api.Query;
import health.vigil.api.Request;
import health.vigil.api.Transactions;
import health.vigil.api.quarantine.Settlement.Discard;
import health.vigil.audit.AuditTrail;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.PatientNumbers;
import health.vigil.store.QuarantineReason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// Lists and settles records that were accepted but could not be applied.
@Path("/v1/quarantine")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Quarantine")
class QuarantineResource {
    private final Transactions transactions;
    private final Settlements settlements;
    private final QuarantineList list;
    private final Query query;
    private final AuditTrail trail;

    QuarantineResource(
            Transactions transactions, Settlements settlements, QuarantineList list, Query query, AuditTrail trail) {
        this.transactions = transactions;
        this.settlements = settlements;
        this.list = list;
        this.query = query;
        this.trail = trail;
    }

    @GET
    @Operation(summary = "List the records in quarantine, newest first")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "open, released or discarded. Default: all.")
    @Parameter(name = "reason", in = ParameterIn.QUERY)
    @Parameter(name = "patientId", in = ParameterIn.QUERY)
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    public RestResponse<Items<QuarantineView>> list() {
        var patient = query.text("patientId");
        patient.ifPresent(trail::about);
        return list.answer(new Filter()
                .and(
                        "reason = :reason",
                        "reason",
                        query.word("reason", QuarantineReason.class).map(Word::word))
                .and("patientId in :patient", "patient", patient.map(this::numbers)));
    }

    /// All numbers of the patient.
    private List<String> numbers(String patient) {
        return PatientId.accepts(patient)
                ? transactions.run(sql -> PatientNumbers.of(sql, new PatientId(patient))).all().stream()
                        .map(PatientId::value)
                        .toList()
                : List.of(patient);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a record in quarantine, with its bytes")
    public QuarantineView one(@RestPath String id) {
        return QuarantineView.of(settlements.read(id));
    }

    @POST
    @Path("/{id}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Release a record: send it through the stream again",
            description =
                    "`patientId` assigns it to that patient. `newId` gives it a new id, if its own was used before with"
                            + " other content. 409 if it is settled, cannot be read, or would be quarantined again.")
    @RequestBodySchema(Settlement.class)
    public QuarantineView release(@RestPath String id, byte[] body) {
        return QuarantineView.of(settlements.release(id, Request.read(body, Settlement::release)));
    }

    @POST
    @Path("/{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Discard a record: settle it without applying it",
            description = "It stays on record. 409 if it is settled already.")
    @RequestBodySchema(Discard.class)
    public QuarantineView discard(@RestPath String id, byte[] body) {
        return QuarantineView.of(settlements.discard(id, Request.read(body, Discard::read)));
    }
}
