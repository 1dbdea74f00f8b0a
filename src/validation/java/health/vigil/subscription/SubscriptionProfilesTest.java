package health.vigil.subscription;

import health.vigil.fhir.FhirWriter;
import health.vigil.fhir.SubscriptionUrls;
import health.vigil.fhirview.ProfileValidator;
import health.vigil.fhirview.ViewSamples;
import health.vigil.store.FhirSubscriptions.StoredSubscription;
import health.vigil.store.SubscriptionEvents.EventFocus;
import health.vigil.store.SubscriptionEvents.NumberedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Subscriptions and what they tell pass the validator of HL7. The profiles of the Subscriptions R5 Backport are not to
/// be
/// had as a package, so they are left out; `NotificationBundleTest` asserts what they ask for.
class SubscriptionProfilesTest {
    private static final Set<String> BACKPORT =
            Set.of(SubscriptionUrls.PROFILE, SubscriptionUrls.STATUS, SubscriptionUrls.NOTIFICATION);

    private static final Instant AT = Instant.parse("2026-03-02T10:00:00.123456Z");
    private static final EventFocus ALERT = new EventFocus.OfAlert(new UUID(3, 4));
    private static final List<NumberedEvent> EVENTS = List.of(
            event(6, "raised", ALERT),
            event(7, "acknowledged", ALERT),
            event(8, "recorded", new EventFocus.OfGrade(17)),
            event(9, "superseded", new EventFocus.OfGrade(18)));

    private static NumberedEvent event(long number, String event, EventFocus focus) {
        return new NumberedEvent(number, event, focus, "p-1", Optional.of("north"), AT);
    }

    private static StoredSubscription subscription(String status, String endpoint, Optional<String> fault) {
        return new StoredSubscription(
                new UUID(0, 1),
                "ehr",
                "alert",
                List.of("DetectedIssue?severity=high,moderate", "DetectedIssue?ward=north"),
                "ward monitor",
                endpoint,
                "id-only",
                OptionalInt.of(60),
                OptionalInt.of(10),
                OptionalInt.of(20),
                Optional.of(AT.plusSeconds(3600)),
                "https://vigil.example.org/fhir/r4",
                status,
                fault,
                2,
                AT,
                false,
                9,
                5);
    }

    private static StoredSubscription active() {
        return subscription("active", "https://ehr.example.org/notify", Optional.empty());
    }

    private static List<String> faults(Resource resource) {
        return ProfileValidator.faults(FhirWriter.write(resource), BACKPORT);
    }

    static Stream<StoredSubscription> subscriptions() {
        return Stream.of("requested", "active", "error", "off")
                .flatMap(status -> Stream.of("", "https://ehr.example.org/notify")
                        .map(endpoint -> subscription(
                                status, endpoint, Optional.of("HTTP 503").filter(_ -> status.equals("error")))));
    }

    @ParameterizedTest
    @MethodSource("subscriptions")
    void aSubscriptionPasses(StoredSubscription stored) {
        assertThat(faults(SubscriptionResource.of(stored))).isEmpty();
        assertThat(faults(NotificationBundle.status(stored))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "id-only", "full-resource"})
    void aNotificationPasses(String content) {
        var alert = ViewSamples.all().stream()
                .filter(DetectedIssue.class::isInstance)
                .findFirst()
                .orElseThrow();
        Map<EventFocus, Resource> resources = content.equals("full-resource") ? Map.of(ALERT, alert) : Map.of();

        assertThat(faults(NotificationBundle.of(active(), "event-notification", content, 9, EVENTS, resources)))
                .isEmpty();
        assertThat(faults(NotificationBundle.of(active(), "query-event", content, 9, EVENTS, resources)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"handshake", "heartbeat"})
    void aNotificationWithoutEventsPasses(String type) {
        assertThat(faults(NotificationBundle.of(active(), type, "id-only", 9, List.of(), Map.of())))
                .isEmpty();
    }

    /// Each entry of a history needs what was answered (bdl-4).
    @Test
    void anEntryWithoutAResponseFails() {
        var bundle = NotificationBundle.of(active(), "event-notification", "id-only", 9, EVENTS, Map.of());
        bundle.getEntry().getLast().setResponse(null);

        assertThat(faults(bundle)).anySatisfy(fault -> assertThat(fault).contains("bdl-4"));
    }
}
