package health.vigil.ingest.http;

import health.vigil.access.CurrentUser;
import health.vigil.access.Roles;
import health.vigil.audit.AuditTrail;
import health.vigil.ingest.Arrival;
import health.vigil.ingest.Intake;
import health.vigil.ingest.IntakeSettings;
import health.vigil.ingest.Receipt;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.trace.Trace;
import health.vigil.trace.Traces;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Accepts observations. It answers 202 once Kafka has those that were acceptable.
///
/// It runs on virtual threads because each request waits for Kafka. Otherwise an outage would use up the threads
/// that other requests need.
@Path("/v1/observations")
@ServedBy(ServiceRole.INGEST)
@RolesAllowed({Roles.DEVICE, Roles.NURSE, Roles.PHYSICIAN, Roles.INTEGRATION, Roles.PATIENT, Roles.CAREGIVER})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ObservationsResource {
    private final Intake intake;
    private final IntakeSettings settings;
    private final CurrentUser currentUser;
    private final AuditTrail trail;
    private final Traces traces;
    private final InstantSource clock = InstantSource.system();

    ObservationsResource(
            Intake intake, IntakeSettings settings, CurrentUser currentUser, AuditTrail trail, Traces traces) {
        this.intake = intake;
        this.settings = settings;
        this.currentUser = currentUser;
        this.trail = trail;
        this.traces = traces;
    }

    /// One observation, or an array of them.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(oneOf = {ObservationDocument.class, ObservationDocument[].class})))
    public RestResponse<IntakeAnswer> json(
            byte[] body, @Parameter(hidden = true) @HeaderParam(Trace.HEADER) @Nullable String parent) {
        return traces.post(Trace.of(parent), trace -> take(body, Body::ofJson, trace));
    }

    /// One observation per line.
    @POST
    @Consumes("application/x-ndjson")
    @RequestBodySchema(ObservationDocument.class)
    public RestResponse<IntakeAnswer> lines(
            byte[] body, @Parameter(hidden = true) @HeaderParam(Trace.HEADER) @Nullable String parent) {
        return traces.post(Trace.of(parent), trace -> take(body, Body::ofLines, trace));
    }

    private RestResponse<IntakeAnswer> take(byte[] bytes, Body.Format format, Trace trace) {
        try (var permit = intake.permit(bytes.length).orElseThrow(() -> Refusals.noRoom(settings))) {
            var arrival = new Arrival(currentUser.user(), trail.address(), clock.instant(), trace);
            var sender = new Sender(arrival.user().username());
            var body = format.read(bytes, new Body.Transmission(sender, arrival.receivedAt()), settings);
            return answer(intake.accept(arrival, permit, body.reads()), body.single());
        }
    }

    private RestResponse<IntakeAnswer> answer(Receipt receipt, boolean single) {
        return switch (receipt) {
            case Receipt.Decided decided -> {
                records(decided.enteredAbout());
                yield answer(decided, single);
            }
            case Receipt.NotAcknowledged missing -> {
                records(missing.enteredAbout());
                throw Refusals.notAcknowledged(missing, settings);
            }
            case Receipt.OverBudget(var wait) -> throw ProblemException.tooMany(wait);
            case Receipt.WardsUnknown _ -> throw Refusals.wardsUnknown(settings);
        };
    }

    private static RestResponse<IntakeAnswer> answer(Receipt.Decided decided, boolean single) {
        if (!decided.anyAcceptable()) {
            throw Refusals.nothingAcceptable(decided.outcomes(), single);
        }
        return RestResponse.accepted(IntakeAnswer.to(decided.outcomes()));
    }

    private void records(Set<PatientId> patients) {
        trail.about(patients.stream().map(PatientId::value));
    }
}
