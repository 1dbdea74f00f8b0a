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

/// One version of a baseline with the time it became known. Serve writes the first version with the
/// admission.
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

    /// The baseline as the JSON object of the API.
    @ColumnTransformer(write = "?::jsonb")
    public String content;

    @Column(name = "entered_by")
    public String enteredBy;

    /// The key of a version: the episode and the time it became known.
    public record BaselineKey(UUID episodeId, Instant receivedAt) implements Serializable {}
}
