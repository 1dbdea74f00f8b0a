package health.vigil.ingest;

import health.vigil.access.CurrentUser;
import health.vigil.access.Roles;
import health.vigil.intake.Read;
import health.vigil.intake.Submission;
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
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Takes observations in: 202 once Kafka has what was acceptable.
///
/// On virtual threads, because each request waits for Kafka: an outage must not use up the threads that others need.
@Path("/v1/observations")
@ServedBy(ServiceRole.INGEST)
@RolesAllowed({Roles.DEVICE, Roles.NURSE, Roles.PHYSICIAN, Roles.INTEGRATION})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ObservationsIntake {
    private final CurrentUser currentUser;
    private final Lookup lookup;
    private final InFlight inFlight;
    private final Delivery delivery;
    private final IntakeOptions options;
    private final Traces traces;
    private final Reception reception;
    private final InstantSource clock = InstantSource.system();

    ObservationsIntake(
            CurrentUser currentUser,
            Lookup lookup,
            InFlight inFlight,
            Delivery delivery,
            IntakeOptions options,
            Traces traces,
            Reception reception) {
        this.currentUser = currentUser;
        this.lookup = lookup;
        this.inFlight = inFlight;
        this.delivery = delivery;
        this.options = options;
        this.traces = traces;
        this.reception = reception;
    }

    /// One observation, or an array of them.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response json(byte[] body, @Parameter(hidden = true) @HeaderParam(Trace.HEADER) @Nullable String parent) {
        return traces.post(Trace.of(parent), trace -> {
            try (var room = inFlight.enter(body.length)) {
                var now = clock.instant();
                return take(Body.ofJson(body, now, options), now, room, trace);
            }
        });
    }

    /// One observation per line.
    @POST
    @Consumes("application/x-ndjson")
    public Response lines(byte[] body, @Parameter(hidden = true) @HeaderParam(Trace.HEADER) @Nullable String parent) {
        return traces.post(Trace.of(parent), trace -> {
            try (var room = inFlight.enter(body.length)) {
                var now = clock.instant();
                return take(Body.ofLines(body, now, options), now, room, trace);
            }
        });
    }

    private Response take(Body body, Instant receivedAt, InFlight.Room room, Trace trace) {
        var user = currentUser.user();
        reception.counts(user, body.reads().size());
        var submissions = readable(body.reads()).toList();
        var known = lookup.about(submissions, user);
        reception.records(user, submissions, known);
        var outcomes = Triage.of(body.reads(), user, known);
        var answer = Answer.to(outcomes);
        if (!answer.anyAcceptable()) {
            throw Refusals.nothingAcceptable(outcomes, body.single());
        }
        var address = reception.address();
        deliver(accepted(outcomes), known, new Delivery.Envelope(user, address, receivedAt, room, trace));
        return Response.accepted(answer).build();
    }

    private void deliver(List<Submission> accepted, Known known, Delivery.Envelope envelope) {
        if (accepted.isEmpty()) {
            return;
        }
        var acknowledged = delivery.deliver(accepted, known, envelope);
        if (acknowledged.size() < accepted.size()) {
            throw Refusals.notAcknowledged(acknowledged, accepted.size(), options);
        }
    }

    private static Stream<Submission> readable(List<Read> reads) {
        return reads.stream().flatMap(read -> switch (read) {
            case Read.Accepted(var submission, var _) -> Stream.of(submission);
            case Read.Refused _ -> Stream.empty();
        });
    }

    private static List<Submission> accepted(List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome instanceof Outcome.Accepted(var submission, var _)
                        ? Stream.of(submission)
                        : Stream.empty())
                .toList();
    }
}
