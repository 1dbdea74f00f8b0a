package health.vigil.api.webhook;

import health.vigil.access.CurrentUser;
import health.vigil.api.Cursor;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Paging;
import health.vigil.api.Transactions;
import health.vigil.audit.AuditTrail;
import health.vigil.observation.Word;
import health.vigil.problem.ProblemException;
import health.vigil.store.RegisteredWebhooks;
import health.vigil.store.RegisteredWebhooks.RegisteredWebhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Stores webhooks.
@ApplicationScoped
class Webhooks {
    private static final int SECRET_BYTES = 32;

    private final Transactions transactions;
    private final CurrentUser user;
    private final AuditTrail trail;
    private final SecureRandom random = new SecureRandom();

    Webhooks(Transactions transactions, CurrentUser user, AuditTrail trail) {
        this.transactions = transactions;
        this.user = user;
        this.trail = trail;
    }

    /// Adds a webhook. The result has the secret, which is shown only once.
    Webhook add(Webhook.WebhookRequest wanted) {
        var registered = new RegisteredWebhook(
                UUID.randomUUID(),
                wanted.url(),
                wanted.ward(),
                wanted.priorities().map(list -> list.stream().map(Word::word).toList()),
                user.username(),
                MicrosecondClock.now());
        var secret = secret();
        var webhook = Webhook.of(registered, Optional.of(secret));
        trail.because(webhook.description());
        transactions.change(sql -> {
            RegisteredWebhooks.add(sql, registered, secret);
            return registered;
        });
        return webhook;
    }

    /// A new secret in the form of Standard Webhooks.
    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    List<Webhook> page(Paging paging) {
        var after = paging.after().orElse(Cursor.NEWEST);
        return transactions.run(sql -> RegisteredWebhooks.page(sql, after.at(), after.uuid(), paging.rows())).stream()
                .map(registered -> Webhook.of(registered, Optional.empty()))
                .toList();
    }

    void remove(UUID id) {
        transactions.change(sql -> {
            if (!RegisteredWebhooks.remove(sql, id, user.username(), MicrosecondClock.now())) {
                throw missing();
            }
            return id;
        });
    }

    /// The deliveries of a webhook, newest first; also of a removed one.
    List<DeliveryView> deliveries(UUID id, Paging paging) {
        var before = paging.after().map(Webhooks::number).orElse(Long.MAX_VALUE);
        return transactions
                .run(sql -> {
                    if (!RegisteredWebhooks.exists(sql, id)) {
                        throw missing();
                    }
                    return RegisteredWebhooks.deliveries(sql, id, before, paging.rows());
                })
                .stream()
                .map(DeliveryView::of)
                .toList();
    }

    private static long number(Cursor cursor) {
        if (cursor.id().matches("\\d{1,18}")) {
            return Long.parseLong(cursor.id());
        }
        throw ProblemException.invalid("cursor", "is not a cursor of this list");
    }

    static ProblemException missing() {
        return ProblemException.notFound("There is no such webhook");
    }
}
