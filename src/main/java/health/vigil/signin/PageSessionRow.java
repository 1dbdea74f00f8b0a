package health.vigil.signin;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A sign-in to the pages at the hospital's identity provider: it holds as long as this row stands.
@Entity(name = "PageSession")
@Table(name = "page_session")
@SuppressWarnings("NullAway.Init")
class PageSessionRow extends PanacheEntityBase {
    /// SHA-256 of the cookie: whoever reads the table cannot go on with anyone's session.
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
