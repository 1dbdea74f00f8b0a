package health.vigil.api.webhook;

import health.vigil.access.CurrentUser;
import health.vigil.api.Cursor;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Paging;
import health.vigil.api.Transactions;
import health.vigil.audit.AuditTrail;
import health.vigil.observation.Word;
import health.vigil.problem.ProblemException;
import health.vigil.store.Column;
import health.vigil.store.ResultRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps webhooks.
@ApplicationScoped
class Webhooks {
    private static final int SECRET_BYTES = 32;
    private static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1).toString());

    private final Transactions transactions;
    private final CurrentUser user;
    private final AuditTrail trail;
    private final SecureRandom random = new SecureRandom();

    Webhooks(Transactions transactions, CurrentUser user, AuditTrail trail) {
        this.transactions = transactions;
        this.user = user;
        this.trail = trail;
    }

    Webhook add(Webhook.WebhookRequest wanted) {
        var webhook = new Webhook(
                UUID.randomUUID(),
                wanted.url(),
                wanted.ward(),
                wanted.priorities().map(list -> list.stream().map(Word::word).toList()),
                Optional.of(secret()),
                user.username(),
                MicrosecondClock.now());
        trail.because(webhook.description());
        transactions.change(sql -> sql.update(
                "insert into webhook (id, url, ward, priorities, secret, created_by, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                webhook.id(),
                webhook.url(),
                webhook.ward(),
                webhook.priorities().map(list -> Column.of("text", list, priority -> priority)),
                webhook.secret(),
                webhook.createdBy(),
                webhook.createdAt()));
        return webhook;
    }

    /// As Standard Webhooks writes it.
    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    List<Webhook> page(Paging paging) {
        var after = paging.after().orElse(START);
        return transactions.run(sql -> sql.list(
                "select id, url, ward, array_to_string(priorities, ',') as priorities, created_by, created_at"
                        + " from webhook where removed_at is null and (created_at, id) < (?, ?)"
                        + " order by created_at desc, id desc limit ?",
                Webhooks::read,
                after.at(),
                after.uuid(),
                paging.rows()));
    }

    private static Webhook read(ResultRow row) {
        return new Webhook(
                row.uuid("id"),
                row.text("url"),
                row.optionalText("ward"),
                row.optionalText("priorities").map(joined -> List.of(joined.split(","))),
                Optional.empty(),
                row.text("created_by"),
                row.instant("created_at"));
    }

    void remove(UUID id) {
        transactions.change(sql -> {
            var removed = sql.update(
                    "update webhook set removed_at = ?, removed_by = ? where id = ? and removed_at is null",
                    MicrosecondClock.now(),
                    user.username(),
                    id);
            if (removed == 0) {
                throw missing();
            }
            sql.update(
                    "update webhook_delivery set state = 'dropped', settled_at = clock_timestamp()"
                            + " where webhook_id = ? and state = 'waiting'",
                    id);
            return removed;
        });
    }

    /// The newest first; also of a webhook that was removed.
    List<DeliveryView> deliveries(UUID id, Paging paging) {
        var after = paging.after();
        return transactions.run(sql -> {
            if (sql.first("select id from webhook where id = ?", row -> row.uuid("id"), id)
                    .isEmpty()) {
                throw missing();
            }
            return sql.list(
                    DeliveryView.SELECT,
                    DeliveryView::of,
                    id,
                    after.map(Webhooks::number).orElse(Long.MAX_VALUE),
                    paging.rows());
        });
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
