package health.vigil.access;

import java.util.Optional;

/// The authorization server of the hospital, from which other systems get tokens.
public interface TokenServer {
    /// Whether there is one. On a machine with its own accounts there is none.
    boolean configured();

    /// What is known of it; empty if there is none, or if it has not answered since the start.
    Optional<TokenAddresses> addresses();

    /// Addresses of an authorization server.
    ///
    /// @param keys of its public keys (JWKS)
    /// @param authorization where a person signs in
    record TokenAddresses(
            Optional<String> issuer, Optional<String> keys, Optional<String> authorization, String token) {}
}
