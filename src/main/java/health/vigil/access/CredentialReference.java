package health.vigil.access;

import health.vigil.observation.Word;
import java.time.Instant;

/// A credential without its secret.
///
/// @param id empty if nothing but its expiry ends it
public record CredentialReference(CredentialKind kind, String id, Instant expiresAt) {
    /// What ends a credential.
    public enum CredentialKind implements Word {
        /// A token of our own accounts: it ends with its account, or when it is rotated.
        OWN_TOKEN,
        /// A session of the pages: it ends when the user signs out.
        SESSION,
        /// A token of the hospital's identity provider, or a certificate.
        FOREIGN
    }
}
