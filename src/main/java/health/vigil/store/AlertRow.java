package health.vigil.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// The current state of an alert. Rows are never deleted; every change also writes an {@link AlertEventRow}.
@Entity(name = "Alert")
@Table(name = "alert")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
public class AlertRow extends PanacheEntityBase {
    @Id
    public UUID id;

    @Column(name = "episode_id")
    public @Nullable UUID episodeId;

    @Column(name = "patient_id")
    public @Nullable String patientId;

    public @Nullable String ward;

    public @Nullable String bed;

    public String type;

    public String priority;

    public String title;

    public String detail;

    public String condition;

    @Column(name = "raised_at")
    public Instant raisedAt;

    @Column(name = "effective_at")
    public Instant effectiveAt;

    /// `open`, `acknowledged` or `resolved`.
    public String state;

    @Column(name = "acknowledged_by")
    public @Nullable String acknowledgedBy;

    @Column(name = "acknowledged_at")
    public @Nullable Instant acknowledgedAt;

    @Column(name = "acknowledged_until")
    public @Nullable Instant acknowledgedUntil;

    public @Nullable String note;

    @Column(name = "resolved_at")
    public @Nullable Instant resolvedAt;

    @Column(name = "escalation_level")
    public int escalationLevel;

    @Column(name = "next_escalation_at")
    public @Nullable Instant nextEscalationAt;

    /// A JSON object: the grade that raised the alert, as it was then.
    @ColumnTransformer(write = "?::jsonb")
    public @Nullable String grade;

    @Column(name = "observation_id")
    public @Nullable String observationId;

    public long sequence;
}
