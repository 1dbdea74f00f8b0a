package health.vigil.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// The state of an accepted observation, by its sender and id.
@Entity(name = "ObservationIdentity")
@Table(name = "known_observation")
@IdClass(IdentityRow.IdentityKey.class)
@Immutable
@SuppressWarnings("NullAway.Init")
public class IdentityRow extends PanacheEntityBase {
    @Id
    public String id;

    @Id
    public String sender;

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

    /// The key of an observation: its id and its sender.
    public record IdentityKey(String id, String sender) implements Serializable {}
}
