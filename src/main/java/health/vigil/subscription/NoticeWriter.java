package health.vigil.subscription;

import health.vigil.fhir.FhirWriter;
import health.vigil.store.SubscriptionEvents.EventFocus;
import health.vigil.store.SubscriptionQueue.ClaimedNotice;
import health.vigil.store.SubscriptionQueue.NoticeType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hl7.fhir.r4.model.Resource;

/// Writes a claimed message as its receiver gets it, over whichever channel.
@ApplicationScoped
class NoticeWriter {
    private final FocusResources resources;

    NoticeWriter(FocusResources resources) {
        this.resources = resources;
    }

    String write(ClaimedNotice notice) {
        var subscription = notice.subscription();
        Map<EventFocus, Resource> found =
                subscription.content().equals("full-resource") ? resources.of(notice.events()) : Map.of();
        var told = notice.type() == NoticeType.EVENT_NOTIFICATION ? notice.upTo() : subscription.lastNumber();
        return FhirWriter.write(NotificationBundle.of(
                subscription, notice.type().word(), subscription.content(), told, notice.events(), found));
    }
}
