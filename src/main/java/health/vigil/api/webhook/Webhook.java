package health.vigil.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.access.HospitalWards;
import health.vigil.alert.Priority;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.store.RegisteredWebhooks.RegisteredWebhook;
import health.vigil.webhook.Destination;
import health.vigil.webhook.WebhookSettings;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A URL to which alerts are delivered.
///
/// @param ward if absent, every ward
/// @param priorities if absent, every priority
/// @param secret signs each delivery; shown once
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Webhook(
        UUID id,
        String url,
        Optional<String> ward,
        Optional<List<String>> priorities,
        Optional<String> secret,
        String createdBy,
        Instant createdAt) {
    static Webhook of(RegisteredWebhook registered, Optional<String> secret) {
        return new Webhook(
                registered.id(),
                registered.url(),
                registered.ward(),
                registered.priorities(),
                secret,
                registered.createdBy(),
                registered.createdAt());
    }

    /// A description for the audit trail.
    String description() {
        return "webhook " + url
                + ward.map(name -> ", ward " + name).orElse(", every ward")
                + priorities.map(list -> ", " + String.join(", ", list)).orElse(", every priority");
    }

    /// A request to add a webhook.
    record WebhookRequest(String url, Optional<String> ward, Optional<List<Priority>> priorities) {
        /// The request with the ward's name as stored. An unknown ward is refused, because no alert would ever
        /// match it.
        WebhookRequest in(HospitalWards wards) {
            return new WebhookRequest(url, ward.map(name -> wards.spelling("ward", name)), priorities);
        }

        static Optional<WebhookRequest> read(Fields fields, WebhookSettings settings) {
            var url = fields.need("url", url(settings));
            var ward = fields.may("ward", Shapes.sentence(64));
            var priorities = fields.may(
                    "priorities",
                    Shapes.list(Shapes.word(Priority.class)).where(list -> !list.isEmpty(), "must name a priority"));
            fields.refuseUnknown();
            return url.map(known -> new WebhookRequest(known.toString(), ward, priorities));
        }

        private static Shape<URI> url(WebhookSettings settings) {
            return (value, location) -> Shapes.text(Destination.LONGEST)
                    .read(value, location)
                    .flatMap(text -> Destination.read(text, settings)
                            .or(() -> location.refuse("must be an https URL of a public host, without a user name")));
        }
    }
}
