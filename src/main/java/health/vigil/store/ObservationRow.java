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
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/// An applied observation, read-only. The monitor writes the table in bulk. Rows that were moved to another
/// patient are left out.
@Entity(name = "Observation")
@Table(name = "observation")
@IdClass(ObservationRow.ObservationKey.class)
@Immutable
@SQLRestriction("moved_at is null")
@SuppressWarnings("NullAway.Init")
public class ObservationRow extends PanacheEntityBase {
    @Id
    @Column(name = "patient_id")
    public String patientId;

    @Id
    @Column(name = "effective_at")
    public Instant effectiveAt;

    @Id
    public String id;

    @Id
    @Column(insertable = false, updatable = false)
    public String sender;

    public String kind;

    @Column(name = "received_at")
    public Instant receivedAt;

    /// The fields of the kind, as a JSON object in canonical units.
    public String content;

    @Column(name = "device_id")
    public @Nullable String deviceId;

    @Column(name = "entered_by")
    public @Nullable String enteredBy;

    @Column(name = "entered_from")
    public @Nullable String enteredFrom;

    public boolean graded;

    @Column(name = "retracted_at")
    public @Nullable Instant retractedAt;

    /// Whether another system wrote it to the topic with an author that the service could not verify.
    public boolean isByAnUnverifiedAuthor() {
        return enteredBy != null && "vigil.observations".equals(enteredFrom);
    }

    /// The key: clustered by patient and time.
    public record ObservationKey(String patientId, Instant effectiveAt, String id, String sender)
            implements Serializable {}
}
