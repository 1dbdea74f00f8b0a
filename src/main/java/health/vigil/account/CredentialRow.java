package health.vigil.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A token that is valid while this row exists: an account's permanent one, or one session of the pages.
@Entity(name = "Credential")
@Table(name = "credential")
@SuppressWarnings("NullAway.Init")
class CredentialRow extends PanacheEntityBase {
    /// The token's `jti`.
    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "username")
    AccountRow account;

    @Column(name = "expires_at")
    Instant expiresAt;
}
