package health.vigil.audit;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

/// Seals the entries of the audit trail with a hash chain.
@ApplicationScoped
class AuditChain {
    /// The key of the advisory lock; any number that is not used elsewhere.
    private static final long LOCK = 0x7669_6769_6cL;

    private static final int BATCH = 500;

    /// How far behind the newest entry an unsealed one can be. A transaction cannot stay open for so many
    /// entries.
    private static final long LATEST = 100_000;

    private final EntityManager entities;

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
        if (!locked()) {
            return false;
        }
        var head = head();
        var waiting = unsealed(head.number - LATEST).setMaxResults(BATCH).getResultList();
        for (var row : waiting) {
            head = head.next(row);
            head.persist();
        }
        return waiting.size() == BATCH;
    }

    /// Entries without a link, in order.
    TypedQuery<AuditRow> unsealed(long after) {
        return entities.createQuery("""
                        from Audit a
                        where a.number > ?1 and not exists (from AuditLink l where l.number = a.number)
                        order by a.number
                        """, AuditRow.class).setParameter(1, after);
    }

    private boolean locked() {
        var lock = entities.createNativeQuery("select pg_try_advisory_xact_lock(?1)", Boolean.class);
        return (Boolean) lock.setParameter(1, LOCK).getSingleResult();
    }
}
