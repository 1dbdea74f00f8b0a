package health.vigil.api.alert;

import health.vigil.store.AlertEventRow;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/// Reads the log of alert events, whose sequence has no gaps and increases in order of commit.
@ApplicationScoped
class AlertEvents {
    private static final int PAGE = 500;

    private final EntityManager entities;

    AlertEvents(EntityManager entities) {
        this.entities = entities;
    }

    /// The next events after a sequence, oldest first; empty if there are none yet.
    List<StreamEvent> after(long sequence) {
        return QuarkusTransaction.requiringNew()
                .call(() -> AlertEventRow.<AlertEventRow>find("sequence > ?1 order by sequence", sequence)
                        .page(Page.ofSize(PAGE))
                        .list()
                        .stream()
                        .map(StreamEvent::of)
                        .toList());
    }

    /// The sequence of the latest event ever; 0 before the first.
    long last() {
        return number("select last from alert_sequence");
    }

    /// The sequence just before the oldest event that is still stored.
    long forgotten() {
        return number(
                "select coalesce((select min(sequence) - 1 from alert_event), (select last from alert_sequence))");
    }

    private long number(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(query).getSingleResult()).longValue());
    }
}
