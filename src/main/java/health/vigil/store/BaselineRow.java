package health.vigil.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/// One version of a baseline and when it became known. The first is written with the admission.
@Entity(name = "Baseline")
@Table(name = "baseline")
@IdClass(BaselineRow.BaselineKey.class)
@SuppressWarnings("NullAway.Init")
public class BaselineRow extends PanacheEntityBase {
    @Id
    @Column(name = "episode_id")
    public UUID episodeId;

    @Id
    @Column(name = "received_at")
    public Instant receivedAt;

    /// The JSON object of the contract.
    @ColumnTransformer(write = "?::jsonb")
    public String content;

    @Column(name = "entered_by")
    public String enteredBy;

    /// A version is named by its episode and the time it became known.
    public record BaselineKey(UUID episodeId, Instant receivedAt) implements Serializable {}
}
