package health.vigil.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// One event of an alert. Events are numbered in commit order without gaps. {@link AlertLog} writes this
/// table.
@Entity(name = "AlertEvent")
@Table(name = "alert_event")
@Immutable
@SuppressWarnings("NullAway.Init")
public class AlertEventRow extends PanacheEntityBase {
    @Id
    public long sequence;

    @Column(name = "alert_id")
    public UUID alertId;

    /// `raised`, `acknowledged`, `escalated` or `resolved`.
    public String event;

    public @Nullable String ward;

    public Instant at;

    /// The alert after the event, as the JSON object of the API.
    public String alert;
}
