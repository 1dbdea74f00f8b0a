package health.vigil.subscription;

import health.vigil.fhir.SubscriptionUrls;
import health.vigil.store.FhirSubscriptions.StoredSubscription;
import java.util.OptionalInt;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.hl7.fhir.r4.model.UnsignedIntType;

/// A stored subscription as a resource. The headers of its messages are left out, because they hold secrets.
public final class SubscriptionResource {
    private SubscriptionResource() {}

    public static Subscription of(StoredSubscription stored) {
        var subscription = new Subscription()
                .setStatus(status(stored.status()))
                .setReason(stored.reason())
                .setCriteria(SubscriptionTopic.ofWord(stored.topic()).canonical());
        subscription.setId(stored.id().toString());
        subscription
                .getMeta()
                .addProfile(SubscriptionUrls.PROFILE)
                .setVersionId(Integer.toString(stored.version()))
                .setLastUpdatedElement(new InstantType(stored.changedAt().toString()));
        stored.filters()
                .forEach(filter -> subscription
                        .getCriteriaElement()
                        .addExtension(SubscriptionUrls.FILTER, new StringType(filter)));
        stored.end().ifPresent(end -> subscription.setEndElement(new InstantType(end.toString())));
        stored.fault().ifPresent(subscription::setError);
        var channel = subscription.getChannel();
        if (stored.overSocket()) {
            channel.setType(SubscriptionChannelType.WEBSOCKET);
        } else {
            channel.setType(SubscriptionChannelType.RESTHOOK).setEndpoint(stored.endpoint());
        }
        channel.setPayload("application/fhir+json")
                .getPayloadElement()
                .addExtension(SubscriptionUrls.CONTENT, new CodeType(stored.content()));
        extend(channel, SubscriptionUrls.HEARTBEAT, stored.heartbeat(), new UnsignedIntType());
        extend(channel, SubscriptionUrls.TIMEOUT, stored.timeout(), new UnsignedIntType());
        extend(channel, SubscriptionUrls.MAX_COUNT, stored.maxCount(), new PositiveIntType());
        return subscription;
    }

    private static void extend(Element element, String url, OptionalInt value, IntegerType type) {
        value.ifPresent(number -> {
            type.setValue(number);
            element.addExtension(url, type);
        });
    }

    private static SubscriptionStatus status(String status) {
        return switch (status) {
            case "requested" -> SubscriptionStatus.REQUESTED;
            case "active" -> SubscriptionStatus.ACTIVE;
            case "error" -> SubscriptionStatus.ERROR;
            default -> SubscriptionStatus.OFF;
        };
    }
}
