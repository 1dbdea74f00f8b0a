package health.vigil.subscription;

import health.vigil.fhir.SubscriptionUrls;
import health.vigil.fhirview.ResourceIds;
import health.vigil.store.FhirSubscriptions.StoredSubscription;
import health.vigil.store.SubscriptionEvents.EventFocus;
import health.vigil.store.SubscriptionEvents.NumberedEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/// The Bundle of a notification, and the status that it begins with.
public final class NotificationBundle {
    /// The name of our own part of an event: what happened.
    static final String EVENT = "event";

    private static final String EMPTY = "empty";

    private final StoredSubscription subscription;
    private final String content;

    private NotificationBundle(StoredSubscription subscription, String content) {
        this.subscription = subscription;
        this.content = content;
    }

    /// A Bundle.
    ///
    /// @param type the type of the notification, as FHIR names it
    /// @param content how much it says: `empty`, `id-only` or `full-resource`
    /// @param told the number of the last event that the receiver knows of with this
    /// @param resources the resources of the events, as far as they are to be sent
    public static Bundle of(
            StoredSubscription subscription,
            String type,
            String content,
            long told,
            List<NumberedEvent> events,
            Map<EventFocus, Resource> resources) {
        return new NotificationBundle(subscription, content).bundle(type, told, events, resources);
    }

    /// The status alone, with the last fault if there is one.
    public static Parameters status(StoredSubscription subscription) {
        var status = new NotificationBundle(subscription, EMPTY)
                .parameters("query-status", subscription.lastNumber(), List.of());
        subscription
                .fault()
                .ifPresent(
                        fault -> status.addParameter().setName("error").setValue(new CodeableConcept().setText(fault)));
        return status;
    }

    private Bundle bundle(String type, long told, List<NumberedEvent> events, Map<EventFocus, Resource> resources) {
        var bundle = new Bundle()
                .setType(BundleType.HISTORY)
                .setTimestampElement(new InstantType(
                        Instant.now().truncatedTo(ChronoUnit.MILLIS).toString()));
        bundle.setId(UUID.randomUUID().toString());
        bundle.getMeta().addProfile(SubscriptionUrls.NOTIFICATION);
        var status = parameters(type, told, events);
        var first =
                bundle.addEntry().setFullUrl("urn:uuid:" + status.getIdPart()).setResource(status);
        first.getRequest().setMethod(HTTPVerb.GET).setUrl("Subscription/" + subscription.id() + "/$status");
        first.getResponse().setStatus("200");
        if (!content.equals(EMPTY)) {
            var named = new HashSet<EventFocus>();
            events.stream()
                    .filter(event -> named.add(event.focus()))
                    .forEach(event -> focus(bundle.addEntry(), event, resources));
        }
        return bundle;
    }

    private void focus(BundleEntryComponent entry, NumberedEvent event, Map<EventFocus, Resource> resources) {
        entry.setFullUrl(address(event.focus()));
        var created = event.event().equals("raised") || event.event().equals("recorded");
        entry.getRequest()
                .setMethod(created ? HTTPVerb.POST : HTTPVerb.PUT)
                .setUrl(created ? type(event.focus()) : type(event.focus()) + "/" + id(event.focus()));
        entry.getResponse().setStatus(created ? "201" : "200");
        if (resources.containsKey(event.focus())) {
            entry.setResource(resources.get(event.focus()));
        }
    }

    private Parameters parameters(String type, long told, List<NumberedEvent> events) {
        var parameters = new Parameters();
        parameters.setId(UUID.randomUUID().toString());
        parameters.getMeta().addProfile(SubscriptionUrls.STATUS);
        parameters
                .addParameter()
                .setName("subscription")
                .setValue(new Reference(subscription.base() + "/Subscription/" + subscription.id()));
        parameters
                .addParameter()
                .setName("topic")
                .setValue(new CanonicalType(
                        SubscriptionTopic.ofWord(subscription.topic()).canonical()));
        parameters.addParameter().setName("status").setValue(new CodeType(subscription.status()));
        parameters.addParameter().setName("type").setValue(new CodeType(type));
        parameters
                .addParameter()
                .setName("events-since-subscription-start")
                .setValue(new StringType(Long.toString(told)));
        events.forEach(event -> tell(parameters.addParameter(), event));
        return parameters;
    }

    private void tell(ParametersParameterComponent parameter, NumberedEvent event) {
        parameter.setName("notification-event");
        parameter.addPart().setName("event-number").setValue(new StringType(Long.toString(event.number())));
        parameter
                .addPart()
                .setName("timestamp")
                .setValue(new InstantType(event.at().toString()));
        if (!content.equals(EMPTY)) {
            parameter.addPart().setName("focus").setValue(new Reference(address(event.focus())));
            parameter.addPart().setName(EVENT).setValue(new CodeType(event.event()));
        }
    }

    private String address(EventFocus focus) {
        return subscription.base() + "/" + type(focus) + "/" + id(focus);
    }

    private static String type(EventFocus focus) {
        return switch (focus) {
            case EventFocus.OfAlert _ -> SubscriptionTopic.ALERT.focus();
            case EventFocus.OfGrade _ -> SubscriptionTopic.GRADE.focus();
        };
    }

    private static String id(EventFocus focus) {
        return switch (focus) {
            case EventFocus.OfAlert(var alert) -> alert.toString();
            case EventFocus.OfGrade(var number) -> ResourceIds.grade(number);
        };
    }
}
