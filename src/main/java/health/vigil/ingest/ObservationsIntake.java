package health.vigil.ingest;

import health.vigil.access.CurrentUser;
import health.vigil.access.Roles;
import health.vigil.grading.Policy;
import health.vigil.intake.ReadResult;
import health.vigil.intake.Submission;
import health.vigil.observation.Sender;
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
    private final IntakeLimit inFlight;
    private final KafkaSubmission kafka;
    private final IntakeSettings settings;
    private final Traces traces;
    private final IntakeRecords records;
    private final Policy policy;
    private final InstantSource clock = InstantSource.system();

    ObservationsIntake(
            CurrentUser currentUser,
            Lookup lookup,
            IntakeLimit inFlight,
            KafkaSubmission kafka,
            IntakeSettings settings,
            Traces traces,
            IntakeRecords records,
            Policy policy) {
        this.currentUser = currentUser;
        this.lookup = lookup;
        this.inFlight = inFlight;
        this.kafka = kafka;
        this.settings = settings;
        this.traces = traces;
        this.records = records;
        this.policy = policy;
    }

    /// One observation, or an array of them.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response json(byte[] body, @Parameter(hidden = true) @HeaderParam(Trace.HEADER) @Nullable String parent) {
        return traces.post(Trace.of(parent), trace -> {
            try (var room = inFlight.enter(body.length)) {
                var now = clock.instant();
                return take(Body.ofJson(body, origin(now), settings), now, room, trace);
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
                return take(Body.ofLines(body, origin(now), settings), now, room, trace);
            }
        });
    }

    private Body.Origin origin(Instant receivedAt) {
        return new Body.Origin(new Sender(currentUser.user().username()), receivedAt);
    }

    private Response take(Body body, Instant receivedAt, IntakeLimit.Room room, Trace trace) {
        var user = currentUser.user();
        records.counts(user, body.reads().size());
        var submissions = readable(body.reads()).toList();
        var known = lookup.about(submissions, user);
        records.records(user, submissions, known);
        var outcomes = Triage.of(body.reads(), user, known, policy);
        var answer = Receipt.to(outcomes);
        if (!answer.anyAcceptable()) {
            throw Refusals.nothingAcceptable(outcomes, body.single());
        }
        var address = records.address();
        deliver(accepted(outcomes), known, new KafkaSubmission.Envelope(user, address, receivedAt, room, trace));
        return Response.accepted(answer).build();
    }

    private void deliver(List<Submission> accepted, PriorKnowledge known, KafkaSubmission.Envelope envelope) {
        if (accepted.isEmpty()) {
            return;
        }
        var acknowledged = kafka.deliver(accepted, known, envelope);
        if (acknowledged.size() < accepted.size()) {
            throw Refusals.notAcknowledged(acknowledged, accepted.size(), settings);
        }
    }

    private static Stream<Submission> readable(List<ReadResult> reads) {
        return reads.stream().flatMap(read -> switch (read) {
            case ReadResult.Valid(var submission, var _) -> Stream.of(submission);
            case ReadResult.Invalid _ -> Stream.empty();
        });
    }

    private static List<Submission> accepted(List<IntakeOutcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome instanceof IntakeOutcome.Accepted(var submission, var _)
                        ? Stream.of(submission)
                        : Stream.empty())
                .toList();
    }
}
