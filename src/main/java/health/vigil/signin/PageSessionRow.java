package health.vigil.signin;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A sign-in to the pages through the hospital's identity provider. It is valid while this row exists.
@Entity(name = "PageSession")
@Table(name = "page_session")
@SuppressWarnings("NullAway.Init")
class PageSessionRow extends PanacheEntityBase {
    /// SHA-256 of the cookie, so that a reader of the table cannot take over a session.
    @Id
    byte[] id;

    String username;

    /// The word of a [health.vigil.access.Role].
    String role;

    /// Null for every ward.
    String @Nullable [] wards;

    @Column(name = "expires_at")
    Instant expiresAt;
}
