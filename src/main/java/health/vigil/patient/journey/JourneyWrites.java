package health.vigil.patient.journey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.access.CurrentUser;
import health.vigil.api.Request;
import health.vigil.api.Transactions;
import health.vigil.api.Visibility;
import health.vigil.audit.AuditTrail;
import health.vigil.journey.CustodyStep;
import health.vigil.journey.EntryKind;
import health.vigil.journey.EntryStamp;
import health.vigil.journey.ItemState;
import health.vigil.journey.JourneyCheck;
import health.vigil.journey.JourneyPolicy;
import health.vigil.journey.JourneyState;
import health.vigil.journey.NextStep;
import health.vigil.journey.ProductJourney;
import health.vigil.journey.Readiness;
import health.vigil.journey.ReadinessItem;
import health.vigil.journey.StateRules;
import health.vigil.json.JsonText;
import health.vigil.json.MergePatch;
import health.vigil.patient.episode.WardChoice;
import health.vigil.patient.journey.JourneyReader.ReadJourney;
import health.vigil.problem.ProblemException;
import health.vigil.store.JourneyEntries;
import health.vigil.store.Journeys;
import health.vigil.store.Journeys.JourneySummary;
import health.vigil.store.Observations;
import health.vigil.store.Sql;
import health.vigil.store.StoredJourney;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Records what happens to journeys. Each request is one transaction: the entries, the summary for lists, and the
/// audit.
@ApplicationScoped
class JourneyWrites {
    private final Transactions transactions;
    private final Visibility visible;
    private final WardChoice wards;
    private final JourneyPolicy policy;
    private final CurrentUser user;
    private final AuditTrail trail;

    JourneyWrites(
            Transactions transactions,
            Visibility visible,
            WardChoice wards,
            JourneyPolicy policy,
            CurrentUser user,
            AuditTrail trail) {
        this.transactions = transactions;
        this.visible = visible;
        this.wards = wards;
        this.policy = policy;
        this.user = user;
        this.trail = trail;
    }

    /// Begins a journey in the state `referred`.
    ReadJourney begin(byte[] body) {
        var document = Request.withoutNulls(Request.neededObject(body));
        var request = Request.read(document, JourneyRequest::read);
        var facts = request.facts();
        document.remove(JourneyRequest.REFERRED_AT);
        trail.about(facts.patientId().value());
        visible.ward(facts.ward());
        DeviationChange.requirePhysician(Optional.empty(), facts.outOfSpecification(), user.role());
        return transactions.change(sql -> {
            var now = sql.now();
            var id = UUID.randomUUID();
            document.put("ward", wards.of(sql, facts.ward()));
            var referred = JsonText.object().put("to", JourneyState.REFERRED.word());
            Journeys.add(
                    sql,
                    id,
                    facts.patientId(),
                    new JourneySummary(
                            facts.ward(), JourneyState.REFERRED, Optional.empty(), Optional.empty(), Optional.empty()),
                    now,
                    user.username());
            write(sql, id, now, new JourneyEntry(EntryKind.FACTS, Optional.empty(), Optional.empty(), document));
            write(sql, id, now, new JourneyEntry(EntryKind.STATE, request.referredAt(), Optional.empty(), referred));
            return summarized(sql, id, now);
        });
    }

    /// Changes facts, and takes a step to another state.
    ReadJourney change(StoredJourney journey, JourneyPatch patch) {
        patch.reason().or(() -> patch.state().flatMap(StateRequest::reason)).ifPresent(trail::because);
        return transactions.change(sql -> {
            var before = locked(sql, journey.id());
            var now = sql.now();
            patch.facts().ifPresent(changes -> changeFacts(sql, before, changes, patch.reason(), now));
            patch.state().ifPresent(step -> step(sql, journey.id(), step, now));
            return summarized(sql, journey.id(), now);
        });
    }

    private void changeFacts(Sql sql, ReadJourney before, ObjectNode changes, Optional<String> reason, Instant now) {
        if (changes.has("patientId")) {
            throw ProblemException.invalid(
                    "facts.patientId", "cannot be changed: cancel this journey and begin one of the right patient");
        }
        var facts = JourneyReader.facts(MergePatch.apply(before.document(), changes));
        if (changes.has("ward")) {
            changes.put("ward", wards.of(sql, visible.ward(facts.ward())));
        }
        DeviationChange.requirePhysician(
                before.journey().facts().outOfSpecification(), facts.outOfSpecification(), user.role());
        if (IdentityChange.needsReason(before.journey().facts(), facts) && reason.isEmpty()) {
            throw ProblemException.invalid("reason", "is missing: say why a recorded identifier or outcome is changed");
        }
        write(sql, before.stored().id(), now, new JourneyEntry(EntryKind.FACTS, Optional.empty(), reason, changes));
    }

    /// The step is judged with the facts of the same request.
    private void step(Sql sql, UUID id, StateRequest step, Instant now) {
        var journey = read(sql, id).journey();
        var change = step.change(new EntryStamp(step.at().orElse(now), now, user.username()));
        StateRules.refusal(journey, change, policy).ifPresent(refusal -> {
            throw ProblemException.conflict("Not possible: " + refusal);
        });
        var content = JsonText.object().put("to", step.to().word());
        step.reason().ifPresent(reason -> content.put("reason", reason));
        step.reviewAt().ifPresent(at -> content.put("reviewAt", at.toString()));
        step.cause().ifPresent(cause -> content.put("cause", cause.word()));
        write(sql, id, now, new JourneyEntry(EntryKind.STATE, step.at(), step.reason(), content));
    }

    ReadJourney custody(StoredJourney journey, byte[] body) {
        var content = Request.withoutNulls(Request.neededObject(body));
        var request = Request.read(content, CustodyRequest::read);
        if (request.what() == CustodyStep.INFUSED) {
            throw ProblemException.invalid("what", "infused is recorded by the infusion record");
        }
        request.reason().ifPresent(trail::because);
        return transactions.change(sql -> {
            var before = locked(sql, journey.id()).journey();
            request.corrects().ifPresent(corrected -> requireCorrectable(before, corrected));
            var now = sql.now();
            write(sql, journey.id(), now, new JourneyEntry(EntryKind.CUSTODY, request.at(), request.reason(), content));
            return summarized(sql, journey.id(), now);
        });
    }

    private static void requireCorrectable(ProductJourney journey, UUID corrected) {
        var event = journey.custody().stream()
                .filter(standing -> standing.id().equals(corrected))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("corrects", "is no event that stands in this custody"));
        if (event.what() == CustodyStep.INFUSED) {
            throw ProblemException.invalid("corrects", "is an infusion: void its admission");
        }
    }

    /// Records what a user read at the bed, also if it differs: then J-1 stops.
    ReadJourney identity(StoredJourney journey, byte[] body) {
        var content = Request.withoutNulls(Request.neededObject(body));
        var request = Request.read(content, IdentityRequest::read);
        return record(journey, new JourneyEntry(EntryKind.IDENTITY, request.at(), Optional.empty(), content));
    }

    ReadJourney answer(StoredJourney journey, byte[] body) {
        var content = Request.withoutNulls(Request.neededObject(body));
        var request = Request.read(content, ReadinessRequest::read);
        var item = policy.readiness()
                .item(request.item())
                .orElseThrow(() -> ProblemException.invalid("item", "is not in the readiness list"));
        if (item.computed()) {
            throw ProblemException.invalid("item", "is computed from the checks and cannot be answered");
        }
        return record(journey, new JourneyEntry(EntryKind.READINESS, request.at(), Optional.empty(), content));
    }

    /// Records a physician's decision to go on without an item of the readiness list. A check is never overridden.
    ReadJourney override(StoredJourney journey, byte[] body) {
        var content = Request.withoutNulls(Request.neededObject(body));
        var request = Request.read(content, OverrideRequest::read);
        trail.because(request.target() + ": " + request.reason());
        return transactions.change(sql -> {
            var before = locked(sql, journey.id());
            var now = sql.now();
            requireOverridable(before.journey(), request.target(), now);
            write(
                    sql,
                    journey.id(),
                    now,
                    new JourneyEntry(EntryKind.OVERRIDE, Optional.empty(), Optional.of(request.reason()), content));
            return summarized(sql, journey.id(), now);
        });
    }

    private void requireOverridable(ProductJourney journey, String target, Instant now) {
        if (JourneyCheck.of(target).isPresent() || target.equals(ReadinessItem.IDENTITY.id())) {
            throw ProblemException.invalid(
                    "target",
                    "is a check, which no decision replaces: record what is missing, or correct what contradicts");
        }
        var line = Readiness.of(journey, policy, now)
                .line(target)
                .orElseThrow(() -> ProblemException.invalid("target", "is not in the readiness list"));
        if (line.state() == ItemState.MET) {
            throw ProblemException.conflict("Nothing is missing: " + target + " is met");
        }
    }

    private ReadJourney record(StoredJourney journey, JourneyEntry entry) {
        return transactions.change(sql -> {
            locked(sql, journey.id());
            var now = sql.now();
            write(sql, journey.id(), now, entry);
            return summarized(sql, journey.id(), now);
        });
    }

    /// Records an entry in the caller's transaction, which holds the lock of the journey.
    void write(Sql sql, UUID journey, Instant now, JourneyEntry entry) {
        JourneyEntries.add(sql, entry.stored(journey, now, user.username()));
    }

    /// The journey, which no other request changes until the transaction ends.
    static ReadJourney locked(Sql sql, UUID id) {
        Journeys.lock(sql, id);
        return read(sql, id);
    }

    static ReadJourney read(Sql sql, UUID id) {
        return Journeys.find(sql, id)
                .flatMap(row -> JourneyReader.read(sql, row, Observations.EVER))
                .orElseThrow(JourneyAccess::missing);
    }

    /// The journey after its entries were written, with its summary brought up to date.
    ReadJourney summarized(Sql sql, UUID id, Instant now) {
        var written = read(sql, id);
        Journeys.change(sql, id, summary(written.journey(), now));
        return read(sql, id);
    }

    private JourneySummary summary(ProductJourney journey, Instant now) {
        var identity = journey.facts().identity();
        return new JourneySummary(
                journey.facts().ward(),
                journey.state(),
                identity.coiId(),
                identity.productLot(),
                NextStep.of(journey, policy, now).dueAt());
    }
}
