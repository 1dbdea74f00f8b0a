package health.vigil.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/// One infusion and its monitoring period. Serve writes it, except the columns that the monitor owns.
@Entity(name = "Episode")
@Table(name = "episode")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
public class EpisodeRow extends PanacheEntityBase {
    @Id
    public UUID id;

    @Column(name = "patient_id")
    public String patientId;

    /// The number that stands for the patient. Null in an episode that has just been created.
    @Formula("patient_of(patient_id)")
    public @Nullable String patient;

    public @Nullable String name;

    @Column(name = "birth_date")
    public LocalDate birthDate;

    public @Nullable String sex;

    @Column(name = "weight_kg")
    public @Nullable BigDecimal weightKg;

    public String ward;

    public String bed;

    /// When the patient was moved last, by a person or by the registration; null if never.
    @Column(name = "placed_at")
    public @Nullable Instant placedAt;

    public String product;

    public @Nullable String indication;

    @Column(name = "infused_at")
    public Instant infusedAt;

    /// Since when the patient is watched at home, also after the end of the episode; null for an inpatient.
    @Formula("(select w.began_at from outpatient_watch w where w.episode_id = id and w.ended_at is null)")
    public @Nullable Instant outpatientSince;

    /// A JSON array of phases.
    @ColumnTransformer(write = "?::jsonb")
    public String journey = "[]";

    /// `active` or `ended`.
    public String status = "active";

    @Column(name = "admitted_at")
    public Instant admittedAt;

    @Column(name = "admitted_by")
    public String admittedBy;

    @Column(name = "ended_at")
    public @Nullable Instant endedAt;

    @Column(name = "discharge_note")
    public @Nullable String dischargeNote;

    /// The birth date as it was entered, if only the year or the month is known.
    @Column(name = "birth_date_given")
    public @Nullable String birthDateGiven;

    /// Further infusions of the same therapy, as a JSON array. The monitor writes it.
    @Column(insertable = false, updatable = false)
    public String infusions = "[]";

    /// When the admission was voided as an error.
    @Column(name = "voided_at")
    public @Nullable Instant voidedAt;

    @Column(name = "voided_by")
    public @Nullable String voidedBy;

    @Column(name = "void_reason")
    public @Nullable String voidReason;

    /// When what FHIR gives out of it was last changed; null in a row of an earlier version.
    @Column(name = "last_updated", insertable = false, updatable = false)
    public @Nullable Instant lastUpdated;

    /// Why automatic grading failed; null while it works.
    @Column(name = "grading_unavailable", insertable = false, updatable = false)
    public @Nullable String gradingUnavailable;

    @Column(name = "graded_to", insertable = false, updatable = false)
    public @Nullable Instant gradedTo;

    @Column(name = "next_change_at", insertable = false, updatable = false)
    public @Nullable Instant nextChangeAt;
}
