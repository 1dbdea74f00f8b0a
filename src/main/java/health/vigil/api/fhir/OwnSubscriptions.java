package health.vigil.api.fhir;

import health.vigil.access.CurrentUser;
import health.vigil.access.FhirInteraction;
import health.vigil.access.HospitalWards;
import health.vigil.access.Role;
import health.vigil.access.ScopeGate;
import health.vigil.access.WardName;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Transactions;
import health.vigil.api.Visibility;
import health.vigil.audit.AuditTrail;
import health.vigil.fhir.FhirIssue;
import health.vigil.fhir.SubscriptionDraft;
import health.vigil.fhir.SubscriptionReader;
import health.vigil.fhir.SubscriptionReading.ReadSubscription;
import health.vigil.fhir.SubscriptionReading.RefusedSubscription;
import health.vigil.json.Violation;
import health.vigil.observation.Count;
import health.vigil.problem.Problem;
import health.vigil.problem.ProblemException;
import health.vigil.store.FhirSubscriptions;
import health.vigil.store.FhirSubscriptions.EventFilter;
import health.vigil.store.FhirSubscriptions.StoredSubscription;
import health.vigil.store.FhirSubscriptions.Subscriber;
import health.vigil.store.FhirSubscriptions.SubscriptionTerms;
import health.vigil.store.Sql;
import health.vigil.subscription.SubscriptionFilters;
import health.vigil.subscription.SubscriptionSettings;
import health.vigil.subscription.SubscriptionTopic;
import health.vigil.webhook.Destination;
import health.vigil.webhook.WebhookSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Makes, changes and ends the subscriptions of the current user. An administrator also sees and ends those of
/// others.
@ApplicationScoped
class OwnSubscriptions {
    private final Transactions transactions;
    private final CurrentUser user;
    private final AuditTrail trail;
    private final SearchScope scope;
    private final HospitalWards wards;
    private final SubscriptionSettings settings;
    private final WebhookSettings receivers;

    OwnSubscriptions(
            Transactions transactions,
            CurrentUser user,
            AuditTrail trail,
            SearchScope scope,
            HospitalWards wards,
            SubscriptionSettings settings,
            WebhookSettings receivers) {
        this.transactions = transactions;
        this.user = user;
        this.trail = trail;
        this.scope = scope;
        this.wards = wards;
        this.settings = settings;
        this.receivers = receivers;
    }

    /// A checked request.
    private record CheckedSubscription(
            SubscriptionTopic topic, SubscriptionTerms terms, List<String> headers, String status) {
        /// A description for the audit trail.
        String description(String endpoint) {
            return "subscription to " + topic.word() + "s, " + terms.content() + ", at " + endpoint;
        }
    }

    StoredSubscription create(byte[] body, String base) {
        var wanted = read(body, Optional.empty(), base);
        var id = UUID.randomUUID();
        trail.because(wanted.description(host(wanted)));
        return transactions.change(sql -> {
            if (FhirSubscriptions.count(sql, user.username()) >= settings.perAccount()) {
                throw refused(List.of(new Violation(
                        "",
                        "This account has "
                                + Count.of(settings.perAccount(), "subscription")
                                        .text() + " already: delete one")));
            }
            FhirSubscriptions.add(
                    sql,
                    id,
                    wanted.topic().word(),
                    subscriber(base),
                    wanted.terms(),
                    wanted.headers(),
                    wanted.status(),
                    MicrosecondClock.now());
            return FhirSubscriptions.one(sql, id).orElseThrow();
        });
    }

    /// @param expected the version that is to be replaced
    StoredSubscription update(String id, byte[] body, String base, Optional<String> expected) {
        var wanted = read(body, Optional.of(id), base);
        trail.because(wanted.description(host(wanted)));
        return transactions.change(sql -> {
            var before = locked(sql, id, expected);
            if (!before.owner().equals(user.username())) {
                throw ProblemException.forbidden("Only its account changes a subscription; you may delete it");
            }
            if (!before.topic().equals(wanted.topic().word())) {
                throw refused(List.of(new Violation(
                        "Subscription.criteria", "must stay: make another subscription for another topic")));
            }
            FhirSubscriptions.change(
                    sql,
                    before.id(),
                    subscriber(base),
                    wanted.terms(),
                    wanted.headers(),
                    wanted.status(),
                    MicrosecondClock.now());
            return FhirSubscriptions.one(sql, before.id()).orElseThrow();
        });
    }

    void delete(String id, Optional<String> expected) {
        transactions.change(sql -> {
            var before = locked(sql, id, expected);
            trail.because("subscription of " + before.owner());
            FhirSubscriptions.remove(sql, before.id(), user.username(), MicrosecondClock.now());
            return before;
        });
    }

    StoredSubscription one(String id) {
        return transactions.run(sql -> found(id, known -> FhirSubscriptions.one(sql, known)));
    }

    private StoredSubscription locked(Sql sql, String id, Optional<String> expected) {
        var before = found(id, known -> FhirSubscriptions.locked(sql, known));
        if (expected.filter(version -> !version.equals(tag(before))).isPresent()) {
            throw new ProblemException(Problem.of(412, "Another version of the subscription stands"));
        }
        return before;
    }

    private StoredSubscription found(String id, Function<UUID, Optional<StoredSubscription>> lookup) {
        var subscription = Visibility.uuid(id)
                .flatMap(lookup)
                .filter(this::mayBeSeen)
                .orElseThrow(() -> ProblemException.notFound("There is no such subscription"));
        if (subscription.removed()) {
            throw new ProblemException(Problem.of(410, "The subscription was deleted"));
        }
        return subscription;
    }

    private boolean mayBeSeen(StoredSubscription subscription) {
        return user.role() == Role.ADMIN || subscription.owner().equals(user.username());
    }

    /// The account whose subscriptions the user sees; absent for those of every account.
    Optional<String> owner() {
        return user.role() == Role.ADMIN ? Optional.empty() : Optional.of(user.username());
    }

    static String tag(StoredSubscription subscription) {
        return "W/\"" + subscription.version() + "\"";
    }

    private Subscriber subscriber(String base) {
        return new Subscriber(user.username(), user.wards().keys(), base);
    }

    /// The receiver without the path, which may hold a secret.
    private static String host(CheckedSubscription wanted) {
        var endpoint = wanted.terms().endpoint();
        if (endpoint.isEmpty()) {
            return "its websocket";
        }
        var slash = endpoint.indexOf('/', endpoint.indexOf("//") + 2);
        var query = endpoint.indexOf('?');
        var end = slash >= 0 ? slash : query >= 0 ? query : endpoint.length();
        return endpoint.substring(0, end);
    }

    private CheckedSubscription read(byte[] body, Optional<String> id, String base) {
        return switch (SubscriptionReader.read(body)) {
            case RefusedSubscription(var faults) ->
                throw new ProblemException(Problem.of(FhirIssue.status(faults), "The Subscription has faults")
                        .with(faults.stream()
                                .map(fault -> new Violation(fault.expression(), fault.diagnostics()))
                                .toList()));
            case ReadSubscription(var draft) -> checked(draft, id, base);
        };
    }

    private CheckedSubscription checked(SubscriptionDraft draft, Optional<String> id, String base) {
        var faults = new ArrayList<Violation>();
        if (id.isPresent() && !draft.id().equals(id)) {
            throw ProblemException.invalid("Subscription.id", "must be the id of the address");
        }
        if (draft.content().equals("full-resource") && user.role() == Role.ADMIN) {
            throw ProblemException.forbidden("An administrator sees no patients: ask for id-only");
        }
        var topic = SubscriptionTopic.of(draft.topic());
        topic.ifPresent(this::requireScope);
        if (topic.isEmpty()) {
            faults.add(new Violation("Subscription.criteria", "must be the address of a topic that is offered"));
        }
        if (!draft.overSocket() && Destination.read(draft.endpoint(), receivers).isEmpty()) {
            faults.add(new Violation(
                    "Subscription.channel.endpoint", "must be an https URL of a public host, without a user name"));
        }
        var address = draft.overSocket() ? base : draft.endpoint();
        if (draft.content().equals("full-resource")
                && !address.toLowerCase(Locale.ROOT).startsWith("https:")) {
            faults.add(new Violation("Subscription.channel.endpoint", "must be https for full resources"));
        }
        if (draft.end().filter(end -> !end.isAfter(Instant.now())).isPresent()) {
            faults.add(new Violation("Subscription.end", "must be in the future"));
        }
        var filter = topic.map(known -> SubscriptionFilters.read(known, draft.filters()));
        filter.ifPresent(read -> faults.addAll(read.faults()));
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
        return new CheckedSubscription(
                topic.orElseThrow(),
                new SubscriptionTerms(
                        draft.filters(),
                        permitted(filter.orElseThrow().filter()),
                        draft.reason(),
                        draft.endpoint(),
                        draft.content(),
                        draft.heartbeat(),
                        draft.timeout(),
                        draft.maxCount(),
                        draft.end()),
                draft.headers(),
                draft.off() ? "off" : "requested");
    }

    /// Whoever is told of resources must be allowed to read them: a scope for subscriptions alone tells of
    /// nothing.
    void requireScope(SubscriptionTopic topic) {
        if (!user.scopes().allow(topic.focus(), FhirInteraction.READ)) {
            throw ScopeGate.refusal();
        }
    }

    /// The filter with the keys of its wards. The user must be allowed to see its patients and wards.
    private EventFilter permitted(EventFilter filter) {
        filter.patients().ifPresent(patients -> patients.forEach(scope::require));
        return new EventFilter(
                filter.patients(),
                filter.codes(),
                filter.priorities(),
                filter.wards().map(names -> names.stream().map(this::ward).toList()));
    }

    private String ward(String name) {
        var ward = wards.spelling("Subscription.criteria", name);
        if (!user.maySee(ward)) {
            throw refused(List.of(new Violation("Subscription.criteria", "names a ward that you may not see")));
        }
        return WardName.key(ward);
    }

    private static ProblemException refused(List<Violation> faults) {
        return new ProblemException(
                Problem.of(422, "The Subscription cannot be taken").with(faults));
    }
}
