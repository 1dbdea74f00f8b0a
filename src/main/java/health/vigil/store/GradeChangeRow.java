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

/// One change of a grade as it was told; superseded when later knowledge told it otherwise.
@Entity(name = "GradeChange")
@Table(name = "grade_change")
@Immutable
@SuppressWarnings("NullAway.Init")
public class GradeChangeRow extends PanacheEntityBase {
    @Id
    public long number;

    @Column(name = "episode_id")
    public UUID episodeId;

    @Column(name = "patient_id")
    public String patientId;

    /// `crs` or `icans`.
    public String syndrome;

    public Instant at;

    /// 0 to 5; null: not known.
    public @Nullable Integer previous;

    /// 0 to 5; null: not known.
    public @Nullable Integer grade;

    /// `observation`, `time`, `baseline` or `policy`.
    public String cause;

    @Column(name = "observation_id")
    public @Nullable String observationId;

    @Column(name = "known_at")
    public Instant knownAt;

    @Column(name = "superseded_at")
    public @Nullable Instant supersededAt;

    public boolean amendment;

    @Column(name = "rule_set")
    public String ruleSet;

    @Column(name = "policy_version")
    public String policyVersion;
}
