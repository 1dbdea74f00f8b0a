package health.vigil.audit;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/// Seals the entries of the audit trail with a hash chain.
@ApplicationScoped
class AuditChain {
    /// The key of the advisory lock; any number that is not used elsewhere.
    private static final long LOCK = 0x7669_6769_6cL;

    private static final int BATCH = 500;

    private final EntityManager entities;
    private volatile boolean cleaned;

    AuditChain(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    AuditLink head() {
        return AuditLink.<AuditLink>findAll(Sort.descending("position"))
                .firstResultOptional()
                .orElseGet(AuditLink::root);
    }

    /// Seals the next entries, unless another process is sealing.
    ///
    /// @return whether there may be more
    @Transactional
    boolean seal() {
        if (!cleaned) {
            UnsealedEntry.deleteSealed();
            cleaned = true;
        }
        var waiting = UnsealedEntry.first(BATCH);
        if (waiting.isEmpty() || !locked()) {
            return false;
        }
        var head = head();
        for (var row : unsealed(waiting)) {
            head = head.next(row);
            head.persist();
        }
        UnsealedEntry.delete("number in ?1", waiting);
        return waiting.size() == BATCH;
    }

    /// The first entry without a link, whether it waits for one or not.
    Optional<AuditRow> firstUnsealed() {
        return entities.createQuery("""
                        from Audit a where not exists (from AuditLink l where l.number = a.number) order by a.number
                        """, AuditRow.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /// The entries with these numbers that nobody has sealed yet.
    private List<AuditRow> unsealed(List<Long> numbers) {
        return entities.createQuery("""
                        from Audit a
                        where a.number in ?1 and not exists (from AuditLink l where l.number = a.number)
                        order by a.number
                        """, AuditRow.class)
                .setParameter(1, numbers)
                .getResultList();
    }

    private boolean locked() {
        var lock = entities.createNativeQuery("select pg_try_advisory_xact_lock(?1)", Boolean.class);
        return (Boolean) lock.setParameter(1, LOCK).getSingleResult();
    }
}
