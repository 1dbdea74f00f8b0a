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

/// One event of an alert, numbered in order of commit without gaps. Read it through here, write it through
/// {@link AlertLog} only.
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

    /// The alert of the contract as it stood after the event, a JSON object.
    public String alert;
}
