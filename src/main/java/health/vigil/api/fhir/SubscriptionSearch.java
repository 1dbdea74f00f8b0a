package health.vigil.api.fhir;

import health.vigil.access.CurrentUser;
import health.vigil.access.Role;
import health.vigil.audit.AuditTrail;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.store.Database;
import health.vigil.store.FhirSubscriptions;
import health.vigil.store.FhirSubscriptions.StoredSubscription;
import health.vigil.store.PatientNumbers;
import health.vigil.store.SubscriptionEvents;
import health.vigil.store.SubscriptionEvents.EventFocus;
import health.vigil.store.SubscriptionEvents.NumberedEvent;
import health.vigil.subscription.FocusResources;
import health.vigil.subscription.NotificationBundle;
import health.vigil.subscription.SubscriptionResource;
import health.vigil.subscription.SubscriptionTopic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.jboss.resteasy.reactive.RestResponse;

/// Finds subscriptions, and tells their status and their events again.
@ApplicationScoped
class SubscriptionSearch {
    private static final String URL = "url";
    private static final String STATUS = "status";
    private static final String ID = "id";
    private static final String SINCE = "eventsSinceNumber";
    private static final String UNTIL = "eventsUntilNumber";
    private static final String CONTENT = "content";
    private static final String FULL = "full-resource";
    private static final Set<String> CONTENTS = Set.of("empty", "id-only", FULL);
    private static final int MOST_SUBSCRIPTIONS = 1000;
    private static final int MOST_EVENTS = 100;

    private final OwnSubscriptions subscriptions;
    private final FocusResources resources;
    private final FhirAnswers answers;
    private final Database database;
    private final CurrentUser user;
    private final AuditTrail trail;

    SubscriptionSearch(
            OwnSubscriptions subscriptions,
            FocusResources resources,
            FhirAnswers answers,
            Database database,
            CurrentUser user,
            AuditTrail trail) {
        this.subscriptions = subscriptions;
        this.resources = resources;
        this.answers = answers;
        this.database = database;
        this.user = user;
        this.trail = trail;
    }

    RestResponse<String> find(SearchRequest request) {
        var ignored = request.check(Set.of(URL, STATUS, "_id"));
        var url = request.one(URL);
        var found = all(request)
                .filter(subscription -> request.ids()
                        .map(ids -> ids.contains(subscription.id().toString()))
                        .orElse(true))
                .filter(subscription -> url.map(subscription.endpoint()::equals).orElse(true))
                .map(SubscriptionResource::of)
                .toList();
        return answers.ofNobody(request, found, ignored);
    }

    /// The status of the subscriptions with the given ids and statuses, or of all.
    RestResponse<String> statuses(SearchRequest request) {
        var ignored = request.check(Set.of(ID, STATUS));
        var ids = request.tokens(ID).stream()
                .flatMap(group -> SearchRequest.codes(group).stream())
                .collect(Collectors.toSet());
        var found = all(request)
                .filter(subscription ->
                        ids.isEmpty() || ids.contains(subscription.id().toString()))
                .map(NotificationBundle::status)
                .toList();
        return answers.ofNobody(request, found, ignored);
    }

    RestResponse<String> status(String id, SearchRequest request) {
        var ignored = request.check(Set.of());
        return answers.ofNobody(request, List.of(NotificationBundle.status(subscriptions.one(id))), ignored);
    }

    /// The subscriptions that the user may see, with one of the statuses that were asked for.
    private Stream<StoredSubscription> all(SearchRequest request) {
        var statuses = request.tokens(STATUS).stream().map(SearchRequest::codes).toList();
        return database.read(sql -> FhirSubscriptions.list(sql, subscriptions.owner(), MOST_SUBSCRIPTIONS)).stream()
                .filter(subscription -> statuses.stream().allMatch(allowed -> allowed.contains(subscription.status())));
    }

    /// Events that the receiver may have missed. What happened in a ward that the user may not see any more is
    /// left out.
    RestResponse<String> events(String id, SearchRequest request) {
        request.check(Set.of(SINCE, UNTIL, CONTENT));
        var subscription = subscriptions.one(id);
        if (!subscription.owner().equals(user.username())) {
            throw ProblemException.forbidden("Only its account gets the events of a subscription");
        }
        subscriptions.requireScope(SubscriptionTopic.ofWord(subscription.topic()));
        var content = request.one(CONTENT).orElse(subscription.content());
        if (!CONTENTS.contains(content)) {
            throw ProblemException.invalid(CONTENT, "must be empty, id-only or full-resource");
        }
        if (content.equals(FULL) && user.role() == Role.ADMIN) {
            throw ProblemException.forbidden("An administrator sees no patients: ask for id-only");
        }
        var since = number(request, SINCE, 1);
        var until = number(request, UNTIL, subscription.lastNumber());
        var events =
                database
                        .read(sql -> SubscriptionEvents.range(sql, subscription.id(), since, until, MOST_EVENTS))
                        .stream()
                        .filter(this::mayBeSeen)
                        .toList();
        return FhirAnswers.one(NotificationBundle.of(
                subscription,
                "query-event",
                content,
                subscription.lastNumber(),
                events,
                content.equals(FULL) ? shown(events) : Map.of()));
    }

    private boolean mayBeSeen(NumberedEvent event) {
        return event.ward()
                .map(user::maySee)
                .orElseGet(() -> user.wards().only().isEmpty());
    }

    private Map<EventFocus, Resource> shown(List<NumberedEvent> events) {
        var patients = events.stream().map(NumberedEvent::patient).distinct().toList();
        var standing = database.read(sql -> patients.stream()
                .map(number -> PatientNumbers.of(sql, new PatientId(number)).patient())
                .toList());
        trail.shows(standing.stream().map(PatientId::value));
        return resources.of(events);
    }

    private static long number(SearchRequest request, String name, long otherwise) {
        return request.one(name)
                .map(text -> {
                    if (!text.matches("\\d{1,18}")) {
                        throw ProblemException.invalid(name, "must be a whole number");
                    }
                    return Long.parseLong(text);
                })
                .orElse(otherwise);
    }
}
