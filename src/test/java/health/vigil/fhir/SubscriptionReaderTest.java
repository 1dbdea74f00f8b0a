package health.vigil.fhir;

import health.vigil.fhir.SubscriptionReading.ReadSubscription;
import health.vigil.fhir.SubscriptionReading.RefusedSubscription;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SubscriptionReaderTest {
    private static final String GUIDE = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";

    private static final String WHOLE = """
            {"resourceType": "Subscription", "status": "requested", "reason": "ward monitor", "end": "2030-01-01T00:00:00Z",
             "criteria": "http://health.vigil/fhir/SubscriptionTopic/alert",
             "_criteria": {"extension": [{"url": "GUIDEbackport-filter-criteria", "valueString": "severity=high"}]},
             "channel": {
               "extension": [
                 {"url": "GUIDEbackport-heartbeat-period", "valueUnsignedInt": 60},
                 {"url": "GUIDEbackport-timeout", "valueUnsignedInt": 5},
                 {"url": "GUIDEbackport-max-count", "valuePositiveInt": 3}],
               "type": "rest-hook", "endpoint": "https://ehr.example.org/notify",
               "header": ["Authorization: Bearer abc", "X-Ward: north"],
               "payload": "application/fhir+json",
               "_payload": {"extension": [{"url": "GUIDEbackport-payload-content", "valueCode": "empty"}]}}}
            """;

    private static SubscriptionReading read(String json) {
        return SubscriptionReader.read(json.replace("GUIDE", GUIDE).getBytes(StandardCharsets.UTF_8));
    }

    private static SubscriptionDraft draft(String json) {
        return ((ReadSubscription) read(json)).draft();
    }

    private static List<String> places(String json) {
        return ((RefusedSubscription) read(json))
                .faults().stream().map(FhirIssue::expression).toList();
    }

    @Test
    void allPartsAreRead() {
        var draft = draft(WHOLE);

        assertThat(draft.topic()).isEqualTo("http://health.vigil/fhir/SubscriptionTopic/alert");
        assertThat(draft.filters()).containsExactly("severity=high");
        assertThat(draft.endpoint()).isEqualTo("https://ehr.example.org/notify");
        assertThat(draft.headers()).containsExactly("Authorization: Bearer abc", "X-Ward: north");
        assertThat(draft.content()).isEqualTo("empty");
        assertThat(draft.heartbeat()).hasValue(60);
        assertThat(draft.timeout()).hasValue(5);
        assertThat(draft.maxCount()).hasValue(3);
        assertThat(draft.end()).contains(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(draft.off()).isFalse();
    }

    @Test
    void idsOnlyAreTheDefault() {
        assertThat(draft(WHOLE.replaceFirst(",\\s*\"_payload\": \\{.*}]}", "")).content())
                .isEqualTo("id-only");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            "type": "rest-hook"              ~ "type": "email" ~ Subscription.channel.type
            "type": "rest-hook"              ~ "type": "websocket" ~ Subscription.channel.endpoint
            "status": "requested"            ~ "status": "error" ~ Subscription.status
            "reason": "ward monitor", "end"  ~ "end" ~ Subscription.reason
            "endpoint": "https://ehr.example.org/notify", ~ "" ~ Subscription.channel.endpoint
            "payload": "application/fhir+json" ~ "payload": "application/fhir+xml" ~ Subscription.channel.payload
            "valueCode": "empty"             ~ "valueCode": "everything" ~ Subscription.channel.payload.extension.value
            "valueUnsignedInt": 60           ~ "valueUnsignedInt": 4 ~ Subscription.channel.extension.value
            "valueUnsignedInt": 5}           ~ "valueUnsignedInt": 31} ~ Subscription.channel.extension.value
            "valuePositiveInt": 3            ~ "valuePositiveInt": 101 ~ Subscription.channel.extension.value
            X-Ward: north                    ~ Host: inner.example.org ~ Subscription.channel.header
            X-Ward: north                    ~ Content-Type: text/html ~ Subscription.channel.header
            X-Ward: north                    ~ X-Ward: a\\r\\nHost: b ~ Subscription.channel.header
            X-Ward: north                    ~ authorization: other ~ Subscription.channel.header
            """)
    void whatIsNotOfferedIsRefused(String before, String after, String place) {
        var changed = after.equals("\"\"") ? "" : after;

        assertThat(WHOLE).contains(before);
        assertThat(places(WHOLE.replace(before, changed))).contains(place);
    }

    @Test
    void anotherResourceIsRefused() {
        assertThat(read(WHOLE.replace("\"Subscription\"", "\"Patient\""))).isInstanceOf(RefusedSubscription.class);
        assertThat(read("{")).isInstanceOf(RefusedSubscription.class);
    }

    @Test
    void whatWouldChangeTheMeaningIsRefused() {
        assertThat(read(WHOLE.replace("\"status\"", "\"implicitRules\": \"urn:x\", \"status\"")))
                .isInstanceOf(RefusedSubscription.class);
    }
}
