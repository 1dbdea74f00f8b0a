package health.vigil.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account of this machine.
@Entity(name = "Account")
@Table(name = "account")
@SuppressWarnings("NullAway.Init")
class AccountRow extends PanacheEntityBase {
    @Id
    String username;

    /// The word of a [health.vigil.access.Role].
    String role;

    @Column(name = "password_hash")
    String passwordHash;

    /// Null for every ward.
    String @Nullable [] wards;

    @Column(name = "device_id")
    @Nullable
    String deviceId;

    /// The patient for whom a patient or a caregiver enters.
    @Column(name = "patient_id")
    @Nullable
    String patientId;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;
}
