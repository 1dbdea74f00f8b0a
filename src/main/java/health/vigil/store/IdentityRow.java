package health.vigil.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// The id of an observation that was ever accepted, and what became of it.
@Entity(name = "ObservationIdentity")
@Table(name = "observation_identity")
@Immutable
@SuppressWarnings("NullAway.Init")
public class IdentityRow extends PanacheEntityBase {
    @Id
    public String id;

    @Column(name = "content_hash")
    public byte[] contentHash;

    @Column(name = "patient_id")
    public @Nullable String patientId;

    @Column(name = "effective_at")
    public Instant effectiveAt;

    public String kind;

    /// `applied` or `quarantined`.
    public String state;

    public @Nullable String detail;
}
