package health.vigil.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Finds the first audit entry that was changed after it was sealed.
@ApplicationScoped
class AuditVerifier {
    private static final int BATCH = 500;

    /// An entry that has no link after this time was not written by the service.
    private static final Duration SEALED_AFTER = Duration.ofMinutes(1);

    private final EntityManager entities;
    private final AuditChain chain;

    AuditVerifier(EntityManager entities, AuditChain chain) {
        this.entities = entities;
        this.chain = chain;
    }

    /// @param known a head that was noted earlier; if the chain does not contain it, the end of the trail was
    ///     cut off or rewritten
    @Transactional
    ChainVerification verify(Optional<String> known) {
        var head = AuditLink.root();
        List<Tuple> links;
        do {
            links = after(head);
            for (var link : links) {
                var next = link.get(0, AuditLink.class);
                if (!follows(head, link)) {
                    return ChainVerification.altered(head, next.number);
                }
                head = next;
            }
            entities.clear();
        } while (links.size() == BATCH);
        return known.filter(kept -> !inChain(kept)).isPresent() ? ChainVerification.truncated(head) : complete(head);
    }

    private static boolean follows(AuditLink head, Tuple link) {
        return Optional.ofNullable(link.get(1, AuditRow.class))
                .filter(row -> link.get(0, AuditLink.class).follows(head, row))
                .isPresent();
    }

    private ChainVerification complete(AuditLink head) {
        return chain.firstUnsealed()
                .filter(row -> row.at.isBefore(Instant.now().minus(SEALED_AFTER)))
                .map(row -> ChainVerification.inserted(head, row.number))
                .orElseGet(() -> ChainVerification.intact(head));
    }

    private boolean inChain(String kept) {
        return AuditLink.<AuditLink>find("position", position(kept))
                .firstResultOptional()
                .map(AuditLink::head)
                .filter(kept::equals)
                .isPresent();
    }

    private static long position(String head) {
        return head.matches("\\d{1,18}:[0-9a-f]*") ? Long.parseLong(head.substring(0, head.indexOf(':'))) : -1;
    }

    private List<Tuple> after(AuditLink link) {
        return entities.createQuery("""
                        select l, a from AuditLink l
                            left join Audit a on a.number = l.number where l.position > ?1
                        order by l.position
                        """, Tuple.class)
                .setParameter(1, link.position)
                .setMaxResults(BATCH)
                .getResultList();
    }
}
