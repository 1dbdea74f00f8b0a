package health.vigil.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.access.HospitalWards;
import health.vigil.alert.Priority;
import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import health.vigil.store.RegisteredWebhooks.RegisteredWebhook;
import health.vigil.webhook.WebhookSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A place where alerts are delivered.
///
/// @param ward absent: every ward
/// @param priorities absent: all of them
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

    /// What it is, for the audit trail.
    String description() {
        return "webhook " + url
                + ward.map(name -> ", ward " + name).orElse(", every ward")
                + priorities.map(list -> ", " + String.join(", ", list)).orElse(", every priority");
    }

    /// What is asked for.
    record WebhookRequest(String url, Optional<String> ward, Optional<List<Priority>> priorities) {
        /// With the ward as it is kept: of one that does not exist nothing would ever be told.
        WebhookRequest in(HospitalWards wards) {
            return new WebhookRequest(url, ward.map(name -> wards.kept("ward", name)), priorities);
        }

        static Optional<WebhookRequest> read(Fields fields, WebhookSettings settings) {
            var url = fields.need("url", Destination.shape(settings));
            var ward = fields.may("ward", Shapes.sentence(64));
            var priorities = fields.may(
                    "priorities",
                    Shapes.list(Shapes.word(Priority.class)).where(list -> !list.isEmpty(), "must name a priority"));
            fields.refuseUnknown();
            return url.map(known -> new WebhookRequest(known.toString(), ward, priorities));
        }
    }
}
