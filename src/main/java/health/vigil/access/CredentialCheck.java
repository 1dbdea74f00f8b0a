package health.vigil.access;

import io.quarkus.security.identity.SecurityIdentity;

/// Determines how long the credential of a request stays valid.
public interface CredentialCheck {
    CredentialValidity of(SecurityIdentity identity);

    /// The credential of a request, so that another process can check it later.
    CredentialReference reference(SecurityIdentity identity);

    /// Whether a credential is still valid. While the database is away, it is.
    boolean valid(CredentialReference credential);
}
