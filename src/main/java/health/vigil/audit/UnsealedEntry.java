package health.vigil.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/// The number of an entry of the audit trail that is not sealed yet. A trigger writes it with the entry.
@Entity(name = "UnsealedEntry")
@Table(name = "audit_unsealed")
@SuppressWarnings("NullAway.Init")
class UnsealedEntry extends PanacheEntityBase {
    @Id
    long number;

    /// Deletes what a release that does not know the table has sealed.
    static void deleteSealed() {
        delete("number in (select l.number from AuditLink l)");
    }

    /// The numbers of the oldest ones, in order.
    static List<Long> first(int count) {
        return UnsealedEntry.<UnsealedEntry>findAll(Sort.by("number")).page(0, count).stream()
                .map(entry -> entry.number)
                .toList();
    }
}
