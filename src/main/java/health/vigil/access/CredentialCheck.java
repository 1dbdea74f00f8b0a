package health.vigil.access;

import io.quarkus.security.identity.SecurityIdentity;

/// Tells how long the credential of a request goes on to count.
public interface CredentialCheck {
    CredentialValidity of(SecurityIdentity identity);
}
