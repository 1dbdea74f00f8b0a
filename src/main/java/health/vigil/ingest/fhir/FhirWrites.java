package health.vigil.ingest.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.access.CurrentUser;
import health.vigil.access.FhirInteraction;
import health.vigil.access.FhirScopes;
import health.vigil.audit.AuditTrail;
import health.vigil.exchange.SourceKey;
import health.vigil.fhir.BundleEntry.Verb;
import health.vigil.fhir.BundleReader;
import health.vigil.fhir.BundleResult;
import health.vigil.fhir.BundleResult.EntryResult;
import health.vigil.fhir.FhirBody;
import health.vigil.fhir.FhirReader;
import health.vigil.fhir.IdentifierQuery;
import health.vigil.fhir.KnownIds;
import health.vigil.fhir.ResourceWrite;
import health.vigil.ingest.Arrival;
import health.vigil.ingest.IntakeLimit.InFlightPermit;
import health.vigil.ingest.IntakeSettings;
import health.vigil.ingest.exchange.ExchangeIntake;
import health.vigil.observation.Sender;
import health.vigil.problem.ProblemException;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.SourceEntries.PutId;
import health.vigil.trace.Trace;
import health.vigil.trace.Traces;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads the body of a request, has it done, and writes the response.
@RequestScoped
class FhirWrites {
    /// The types of which an entry of a Bundle may be deleted.
    private static final Set<String> DELETABLE = Set.of("Observation", "MedicationAdministration");

    private final FhirRequest request;
    private final FhirIntake intake;
    private final FhirSenders senders;
    private final FhirIntakeSettings settings;
    private final IntakeSettings limits;
    private final ExchangeIntake exchange;
    private final CurrentUser currentUser;
    private final AuditTrail trail;
    private final Traces traces;
    private final InstantSource clock = InstantSource.system();

    FhirWrites(
            FhirRequest request,
            FhirIntake intake,
            FhirSenders senders,
            FhirIntakeSettings settings,
            IntakeSettings limits,
            ExchangeIntake exchange,
            CurrentUser currentUser,
            AuditTrail trail,
            Traces traces) {
        this.request = request;
        this.intake = intake;
        this.senders = senders;
        this.settings = settings;
        this.limits = limits;
        this.exchange = exchange;
        this.currentUser = currentUser;
        this.trail = trail;
        this.traces = traces;
    }

    /// A request that is being processed, with all that is read of it: the scope of the request may end during long
    /// work.
    ///
    /// @param scopes of the token
    /// @param responses made from the headers
    private record Reception(Arrival arrival, InFlightPermit permit, FhirScopes scopes, FhirResponses responses) {}

    Response create(String type, byte[] body) {
        request.requireJson();
        request.requireNoCondition();
        var condition = request.ifNoneExist();
        return write(
                type,
                body,
                resource -> new ResourceWrite(Optional.empty(), condition, Optional.empty(), resource),
                false);
    }

    Response update(String type, String id, byte[] body) {
        request.requireJson();
        request.requireNoCondition();
        requireId(id);
        return write(type, body, resource -> ResourceWrite.put(id, withId(id, resource)), true);
    }

    private static void requireId(String id) {
        if (!id.matches("[A-Za-z0-9.-]{1,64}")) {
            throw ProblemException.badRequest("An id has 1 to 64 letters, digits, dots or hyphens");
        }
    }

    private static ObjectNode withId(String id, ObjectNode resource) {
        if (resource.has("id") && !resource.path("id").asText().equals(id)) {
            throw ProblemException.badRequest("The id of the resource is not that of the address");
        }
        return resource;
    }

    Response updateByIdentifier(String type, byte[] body) {
        request.requireJson();
        IdentifierQuery condition = request.condition();
        return write(
                type,
                body,
                resource -> new ResourceWrite(Optional.empty(), Optional.of(condition), Optional.empty(), resource),
                true);
    }

    private Response write(String type, byte[] body, Function<ObjectNode, ResourceWrite> addressed, boolean update) {
        var expected = request.expected();
        return received(body.length, reception -> {
            var read = resource(body, settings.maxResource().asLongValue());
            if (!read.path("resourceType").asText().equals(type)) {
                throw ProblemException.badRequest("The address names another type than the resource has");
            }
            var write = addressed.apply(read);
            var sources = sources(
                    reception,
                    write.logicalId().filter(KnownIds::mayBeOurs).stream().collect(Collectors.toSet()));
            var result = reader(reception, sources).read(write);
            sources.load(
                    TaskPlan.asked(write, result, update, expected.isPresent()).stream()
                            .toList(),
                    Set.of());
            sources.await(TaskPlan.expected(result, expected));
            return one(reception, plan(reception, sources).write(write, result, update, expected));
        });
    }

    Response delete(String type, String id) {
        request.requireJson();
        request.requireNoCondition();
        var expected = request.expected();
        return received(0, reception -> {
            var sources = sources(reception, Set.of());
            var target = new PutId(type, id);
            sources.load(List.of(), Set.of(target));
            sources.await(plan(reception, sources).expected(target, expected));
            return one(reception, plan(reception, sources).delete(type, id, expected));
        });
    }

    private Response one(Reception reception, FhirTask task) {
        var answers = intake.process(reception.arrival(), reception.permit(), List.of(task), false);
        return reception.responses().of(answers.getFirst());
    }

    Response bundle(byte[] body) {
        request.requireJson();
        request.requireNoCondition();
        return received(body.length, reception -> {
            var bundle = resource(body, settings.maxBundle().asLongValue());
            if (!bundle.path("resourceType").asText().equals("Bundle")) {
                throw ProblemException.badRequest("The resource must be a Bundle");
            }
            var sources = sources(reception, ourIds(bundle));
            return switch (new BundleReader(reader(reception, sources), settings.maxEntries()).read(bundle)) {
                case BundleResult.RefusedBundle(var status, var issues) ->
                    reception.responses().of(EntryAnswer.ofFaults(status, issues));
                case BundleResult.Entries(var transaction, var entries) ->
                    entries(reception, sources, transaction, entries);
            };
        });
    }

    /// The ids of ours in the addresses of a Bundle's entries.
    private static Set<String> ourIds(ObjectNode bundle) {
        var ids = new HashSet<String>();
        bundle.path("entry").forEach(entry -> {
            var url = entry.path("request").path("url").asText();
            var id = url.substring(url.lastIndexOf('/') + 1);
            if (KnownIds.mayBeOurs(id)) {
                ids.add(id);
            }
        });
        return ids;
    }

    private Response entries(
            Reception reception, RequestSources sources, boolean transaction, List<EntryResult> entries) {
        load(sources, entries);
        var plan = plan(reception, sources);
        sources.await(expected(plan, entries));
        var tasks = entries.stream()
                .map(entry -> allows(reception.scopes(), entry) ? task(plan, entry) : notInScope())
                .toList();
        var answers = intake.process(reception.arrival(), reception.permit(), tasks, transaction);
        var placed = new ArrayList<EntryAnswer>();
        for (int index = 0; index < answers.size(); index++) {
            placed.add(answers.get(index).at(entries.get(index).entry().expression()));
        }
        return transaction && placed.stream().anyMatch(EntryAnswer::isRefused)
                ? reception.responses().ofRefused(placed)
                : reception.responses().ofBundle(transaction, placed);
    }

    /// Whether the scopes of the token allow what an entry asks for.
    private static boolean allows(FhirScopes scopes, EntryResult result) {
        var interaction = switch (result.entry().verb()) {
            case POST -> FhirInteraction.CREATE;
            case PUT -> FhirInteraction.UPDATE;
            case DELETE -> FhirInteraction.DELETE;
            case GET -> FhirInteraction.READ;
        };
        return scopes.allow(type(result), interaction);
    }

    private static String type(EntryResult result) {
        return result instanceof EntryResult.Write(var _, var write, var _)
                ? write.resource().path("resourceType").asText()
                : result.entry().url().split("[/?]", 2)[0];
    }

    private static FhirTask notInScope() {
        return new FhirTask.Settled(EntryAnswer.refused(403, "The token's scopes do not allow this"));
    }

    private static void load(RequestSources sources, List<EntryResult> entries) {
        var keys = new HashSet<SourceKey>();
        var targets = new HashSet<PutId>();
        for (var result : entries) {
            var entry = result.entry();
            var put = entry.verb() == Verb.PUT;
            switch (result) {
                case EntryResult.Write(var _, var write, var read) ->
                    TaskPlan.asked(write, read, put, entry.ifMatch().isPresent())
                            .ifPresent(keys::add);
                case EntryResult.Other _
                when entry.verb() == Verb.DELETE -> target(entry.url()).ifPresent(targets::add);
                case EntryResult.Other _, EntryResult.RefusedEntry _ -> {}
            }
        }
        sources.load(keys, targets);
    }

    /// The versions that entries expect, by key. An entry that expects something that is no version is refused later.
    private static Map<SourceKey, ExpectedVersion> expected(TaskPlan plan, List<EntryResult> entries) {
        var expected = new HashMap<SourceKey, ExpectedVersion>();
        for (var result : entries) {
            var version = result.entry().ifMatch().flatMap(ExpectedVersion::readable);
            switch (result) {
                case EntryResult.Write(var _, var _, var read) -> expected.putAll(TaskPlan.expected(read, version));
                case EntryResult.Other(var entry)
                when entry.verb() == Verb.DELETE ->
                    target(entry.url()).ifPresent(target -> expected.putAll(plan.expected(target, version)));
                case EntryResult.Other _, EntryResult.RefusedEntry _ -> {}
            }
        }
        return expected;
    }

    private static FhirTask task(TaskPlan plan, EntryResult result) {
        var entry = result.entry();
        try {
            var expected = ExpectedVersion.read(entry.ifMatch());
            return switch (result) {
                case EntryResult.RefusedEntry(var _, var status, var issues) ->
                    new FhirTask.Settled(EntryAnswer.ofFaults(status, issues));
                case EntryResult.Write(var _, var write, var read) ->
                    plan.write(write, read, entry.verb() == Verb.PUT, expected);
                case EntryResult.Other _ ->
                    entry.verb() == Verb.DELETE
                            ? delete(plan, entry.url(), expected)
                            : new FhirTask.Settled(EntryAnswer.refused(405, "Nothing can be read in a Bundle"));
            };
        } catch (ProblemException malformed) {
            return new FhirTask.Settled(EntryAnswer.refused(
                    malformed.problem().status(), malformed.problem().detail()));
        }
    }

    private static FhirTask delete(TaskPlan plan, String url, Optional<ExpectedVersion> expected) {
        return target(url)
                .map(target -> plan.delete(target.type(), target.id(), expected))
                .orElseGet(() -> new FhirTask.Settled(EntryAnswer.refused(
                        405, "Only an Observation or a MedicationAdministration can be deleted, by its id")));
    }

    /// What a DELETE names; empty if it cannot be deleted.
    private static Optional<PutId> target(String url) {
        var parts = url.split("/", -1);
        return parts.length == 2 && DELETABLE.contains(parts[0]) && parts[1].matches("[A-Za-z0-9.-]{1,64}")
                ? Optional.of(new PutId(parts[0], parts[1]))
                : Optional.empty();
    }

    private Response received(int bytes, Function<Reception, Response> work) {
        return traces.request("POST /fhir/r4", request.trace(), trace -> received(bytes, trace, work));
    }

    private Response received(int bytes, Trace trace, Function<Reception, Response> work) {
        var responses = new FhirResponses(request.base(), request.wanted());
        var scopes = currentUser.scopes();
        try (var permit = intake.permit(bytes)) {
            var arrival = new Arrival(currentUser.user(), trail.address(), clock.instant(), trace);
            return work.apply(new Reception(arrival, permit, scopes, responses));
        } catch (DatabaseFailure unreachable) {
            throw ProblemException.unavailable(
                    "The database cannot be asked now: send the same body again later", limits.retryAfter());
        }
    }

    private static TaskPlan plan(Reception reception, RequestSources sources) {
        return new TaskPlan(sources, reception.arrival());
    }

    private RequestSources sources(Reception reception, Set<String> ids) {
        return new RequestSources(
                exchange, new Sender(reception.arrival().user().username()), ids);
    }

    private FhirReader reader(Reception reception, RequestSources sources) {
        return senders.reader(reception.arrival().user(), sources);
    }

    private static ObjectNode resource(byte[] body, long largest) {
        if (body.length > largest) {
            throw ProblemException.tooLarge("The body is larger than " + largest + " bytes");
        }
        return switch (FhirBody.read(body)) {
            case FhirBody.UnreadableBody(var issue) -> throw ProblemException.badRequest(issue.diagnostics());
            case FhirBody.OfResource(var resource) -> resource;
        };
    }
}
