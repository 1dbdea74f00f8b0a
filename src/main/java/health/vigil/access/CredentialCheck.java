package health.vigil.access;

import io.quarkus.security.identity.SecurityIdentity;

/// Determines how long the credential of a request stays valid.
public interface CredentialCheck {
    CredentialValidity of(SecurityIdentity identity);
}
