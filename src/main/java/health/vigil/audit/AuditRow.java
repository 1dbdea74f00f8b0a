package health.vigil.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// An entry of the audit trail, read-only.
@Entity(name = "Audit")
@Table(name = "audit")
@Immutable
@SuppressWarnings("NullAway.Init")
class AuditRow extends PanacheEntityBase {
    @Id
    long number;

    Instant at;
    String actor;

    @Nullable
    String role;

    String action;

    @Column(name = "patient_id")
    @Nullable
    String patientId;

    /// Null if there are none.
    String @Nullable [] shown;

    String source;
    int outcome;

    @Nullable
    String reason;

    AuditEntry entry() {
        return new AuditEntry(
                at,
                actor,
                Optional.ofNullable(role),
                action,
                Optional.ofNullable(patientId),
                shown == null ? List.of() : List.of(shown),
                source,
                outcome,
                Optional.ofNullable(reason));
    }
}
