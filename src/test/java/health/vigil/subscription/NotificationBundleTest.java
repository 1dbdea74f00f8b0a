package health.vigil.subscription;

import health.vigil.store.FhirSubscriptions.StoredSubscription;
import health.vigil.store.SubscriptionEvents.EventFocus;
import health.vigil.store.SubscriptionEvents.NumberedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The shape that the Subscriptions R5 Backport asks for.
class NotificationBundleTest {
    private static final String BASE = "https://vigil.example.org/fhir/r4";
    private static final UUID ALERT = UUID.fromString("00000000-0000-0000-0000-0000000000aa");
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00.123456Z");

    private static StoredSubscription subscription(String topic) {
        return new StoredSubscription(
                ID,
                "ehr",
                topic,
                List.of(),
                "ward monitor",
                "https://ehr.example.org/notify",
                "id-only",
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                BASE,
                "active",
                Optional.empty(),
                1,
                AT,
                false,
                7,
                5);
    }

    private static NumberedEvent event(long number, String event, EventFocus focus) {
        return new NumberedEvent(number, event, focus, "p-1", Optional.of("north"), AT);
    }

    private static Bundle bundle(String content, List<NumberedEvent> events, Map<EventFocus, Resource> resources) {
        return NotificationBundle.of(subscription("alert"), "event-notification", content, 7, events, resources);
    }

    private static Parameters status(Bundle bundle) {
        return (Parameters) bundle.getEntryFirstRep().getResource();
    }

    private static List<ParametersParameterComponent> events(Bundle bundle) {
        return status(bundle).getParameter().stream()
                .filter(parameter -> parameter.getName().equals("notification-event"))
                .toList();
    }

    private static List<String> names(ParametersParameterComponent event) {
        return event.getPart().stream()
                .map(ParametersParameterComponent::getName)
                .toList();
    }

    @Test
    void aNotificationBeginsWithTheStatus() {
        var bundle = bundle("id-only", List.of(event(6, "raised", new EventFocus.OfAlert(ALERT))), Map.of());
        var status = status(bundle);

        assertThat(bundle.getType()).isEqualTo(BundleType.HISTORY);
        assertThat(bundle.getEntryFirstRep().getFullUrl()).isEqualTo("urn:uuid:" + status.getIdPart());
        assertThat(((Reference) status.getParameter("subscription").getValue()).getReference())
                .isEqualTo(BASE + "/Subscription/" + ID);
        assertThat(status.getParameter("topic").getValue().primitiveValue())
                .isEqualTo("http://health.vigil/fhir/SubscriptionTopic/alert");
        assertThat(((CodeType) status.getParameter("type").getValue()).getValue())
                .isEqualTo("event-notification");
        assertThat(((StringType) status.getParameter("events-since-subscription-start")
                                .getValue())
                        .getValue())
                .isEqualTo("7");
    }

    /// Rule bdl-4 of FHIR: every entry of a history has a request and a response.
    @Test
    void everyEntryHasARequestAndAResponse() {
        var raised = event(6, "raised", new EventFocus.OfAlert(ALERT));
        var superseded = event(7, "superseded", new EventFocus.OfGrade(12));

        var entries = bundle("id-only", List.of(raised, superseded), Map.of()).getEntry();

        assertThat(entries).hasSize(3).allSatisfy(entry -> {
            assertThat(entry.getRequest().getMethod()).isNotNull();
            assertThat(entry.getRequest().getUrl()).isNotEmpty();
            assertThat(entry.getResponse().getStatus()).isNotEmpty();
        });
        assertThat(entries.get(1).getRequest().getMethod()).isEqualTo(HTTPVerb.POST);
        assertThat(entries.get(2).getRequest().getMethod()).isEqualTo(HTTPVerb.PUT);
        assertThat(entries.get(2).getRequest().getUrl()).isEqualTo("Observation/gc12");
    }

    @Test
    void withIdsOnlyNoResourceIsSent() {
        var bundle = bundle("id-only", List.of(event(6, "raised", new EventFocus.OfAlert(ALERT))), Map.of());

        assertThat(bundle.getEntry().get(1).getFullUrl()).isEqualTo(BASE + "/DetectedIssue/" + ALERT);
        assertThat(bundle.getEntry().get(1).hasResource()).isFalse();
        assertThat(names(events(bundle).getFirst())).containsExactly("event-number", "timestamp", "focus", "event");
    }

    @Test
    void anEmptyNotificationNamesNothing() {
        var bundle = bundle("empty", List.of(event(6, "raised", new EventFocus.OfAlert(ALERT))), Map.of());

        assertThat(bundle.getEntry()).hasSize(1);
        assertThat(names(events(bundle).getFirst())).containsExactly("event-number", "timestamp");
    }

    @Test
    void aFocusWithSeveralEventsIsSentOnce() {
        var focus = new EventFocus.OfAlert(ALERT);
        Resource issue = new DetectedIssue();
        issue.setId(ALERT.toString());

        var bundle = bundle(
                "full-resource",
                List.of(event(6, "raised", focus), event(7, "acknowledged", focus)),
                Map.of(focus, issue));

        assertThat(events(bundle)).hasSize(2);
        assertThat(bundle.getEntry().stream().skip(1).map(BundleEntryComponent::getResource))
                .containsExactly(issue);
    }

    @Test
    void aStatusTellsTheFaultAndTheLastNumber() {
        var status = NotificationBundle.status(subscription("grade"));

        assertThat(status.getParameter("type").getValue().primitiveValue()).isEqualTo("query-status");
        assertThat(status.getParameter("events-since-subscription-start")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("7");
        assertThat(status.hasParameter("error")).isFalse();
    }
}
